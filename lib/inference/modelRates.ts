import { parseUsdc } from "../money";

/** What a model costs, in atomic USDC a million tokens. `output` is null for a model that makes embeddings. */
export type ModelRate = { input: bigint; output: bigint | null };
export type ModelRates = Record<string, ModelRate>;

const DOLLARS = /^\d{1,6}(\.\d{1,6})?$/;

/** Reads `gpt-x=0.15/0.60,embed-y=0.02,*=0.10/0.40` (dollars a million tokens); a text says what is wrong with it. */
export function readModelRates(text: string): ModelRates | string {
  const rates: ModelRates = {};
  for (const entry of text.split(",").map((part) => part.trim())) {
    const at = entry.lastIndexOf("=");
    const name = entry.slice(0, at).trim();
    const [input = "", output, ...more] = entry.slice(at + 1).split("/");
    const bad = at < 1 || more.length > 0 || !DOLLARS.test(input) || (output !== undefined && !DOLLARS.test(output));
    if (bad) return "must be MODEL=IN/OUT in dollars a million tokens (MODEL=IN for embeddings), separated by commas";
    if (Object.hasOwn(rates, name)) return `prices ${name} twice`;
    rates[name] = { input: parseUsdc(input), output: output === undefined ? null : parseUsdc(output) };
  }
  return rates;
}
