import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The first account of the well-known mnemonic of test chains. */
const DEPLOYER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

export function examples({ network, tokens, places }: SampleGround): ToolExample[] {
  const usdc = { name: "USDC", input: definition.examples[network] };
  const [first] = tokens;
  if (!first) return [usdc];
  return [
    usdc,
    ...places.filter(({ kind }) => kind === "contract").map(({ name, address }) => ({ name, input: { address } })),
    { name: "An account", input: { address: DEPLOYER } },
    { name: first.name, input: { address: first.address } },
    // One digit of the deployer's is changed in the middle.
    {
      name: "A look-alike",
      input: { address: "0xf39fd6e51aad88f6f4ce6ab8827279cfefb92266", with: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8" },
    },
  ];
}
