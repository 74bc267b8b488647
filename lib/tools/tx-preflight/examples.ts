import type { SampleGround, ToolExample } from "../define";
import { definition } from "./definition";

/** The first accounts of the well-known mnemonic of test chains. */
const [DEPLOYER, SELLER] = ["0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"];
const WETH = "0x4200000000000000000000000000000000000006";
const word = (hex: string) => hex.replace("0x", "").toLowerCase().padStart(64, "0");
const ALL = "f".repeat(64);

export function examples({ network, tokens, places }: SampleGround): ToolExample[] {
  const [first] = tokens;
  if (!first) return [{ name: "Unlimited approval", input: definition.examples[network] }];
  const sent = (to: string, data: string, value?: string) => ({ from: DEPLOYER, to, data, ...(value ? { value } : {}) });
  return [
    { name: "Unlimited approval", input: sent(first.address, `0x095ea7b3${word(SELLER)}${ALL}`) },
    ...places.flatMap(({ name, address, call }) => (call ? [{ name, input: { from: address, ...call } }] : [])),
    { name: "Wrap ether", input: sent(WETH, "0xd0e30db0", "1000000000000000000") },
    { name: "Tokens to their own contract", input: sent(first.address, `0xa9059cbb${word(first.address)}${word("0x3e8")}`) },
    { name: "More than there is", input: { ...sent(first.address, `0xa9059cbb${word(SELLER)}${word("0x1")}`), from: SELLER } },
  ];
}
