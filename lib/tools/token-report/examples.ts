import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** Those first whose past has most to tell. */
const TELLING = ["Fresh pool", "Plain", "Council mint", "Hidden owner", "V3 only"];

export function examples({ network, tokens }: SampleGround): ToolExample[] {
  const told = TELLING.flatMap((name) => tokens.find((token) => token.name === name) ?? []);
  const shown = told.length > 0 ? told : tokens;
  if (shown.length > 0) return shown.map(({ name, address }) => ({ name, input: { token: address } }));
  return [{ name: "USDC", input: definition.examples[network] }];
}
