import { type Address, concat, encodeFunctionData, getAddress, type Hex, size, slice } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { addressWord } from "@/lib/chain/addressWord";
import { DELEGATECALL, hasOpcode } from "@/lib/chain/opcodes";
import type { ChainView } from "@/lib/chain/openChain";
import { ToolRefusal } from "@/lib/tools/refusal";
import type { ProxyFacts } from "../facts";

const SLOTS = {
  implementation: "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
  admin: "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103",
  beacon: "0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50",
  // The forerunner of EIP-1967: keccak256 of `org.zeppelinos.proxy.implementation` and `.admin`.
  oldImplementation: "0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3",
  oldAdmin: "0x10d6a54a4754c8869d6886b5f5d7fbfa5b4522237ea5c60d11bc4e7a1ff9390b",
} as const satisfies Record<string, Hex>;

/** Minimal proxies as they are found: EIP-1167, its PUSH0 form, and Vyper's. The address follows the head. */
const MINIMAL = [
  ["0x363d3d373d3d3d363d73", "0x5af43d82803e903d91602b57fd5bf3"],
  ["0x365f5f375f5f365f73", "0x5af43d5f5f3e5f3d91602a57fd5bf3"],
  ["0x366000600037611000600036600073", "0x5af4602c57600080fd5b6110006000f3"],
] as const satisfies readonly (readonly [Hex, Hex])[];

/** `codes`: everything that runs when the token is called; its own code first, unless that only forwards. */
export type AccountFacts = { proxy: ProxyFacts; codes: Hex[] };

/** The code at the address and, where it only forwards, to whom. An address without code is refused. */
export async function lookAtAccount(chain: ChainView, address: Address): Promise<AccountFacts> {
  const [code, ...words] = await Promise.all([chain.code(address), ...Object.values(SLOTS).map((slot) => chain.slot(address, slot))]);
  if (code === "0x") {
    throw new ToolRefusal("not_a_contract", "There is no code at this address: it is an ordinary account, or nothing yet.", {
      hint: "Give the token's contract address, and the chain that it lives on.",
    });
  }
  const forwarder = delegateOf(code) ?? minimalTarget(code);
  if (forwarder) {
    return { codes: [await chain.code(forwarder.implementation)], proxy: { ...forwarder, admin: null, slot: null } };
  }
  const none: ProxyFacts = { kind: "none", implementation: null, admin: null, slot: null };
  // Without the instruction nothing can be forwarded, whatever the slots pretend.
  if (!hasOpcode(code, DELEGATECALL)) return { codes: [code], proxy: none };

  const proxy = await proxyOf(chain, words.map(addressWord));
  if (proxy) return { codes: [code, ...(proxy.implementation ? [await chain.code(proxy.implementation)] : [])], proxy };
  return { codes: [code], proxy: hasTransfer(code) ? none : { ...none, kind: "unknown" } };
}

async function proxyOf(chain: ChainView, words: (Address | null)[]): Promise<ProxyFacts | null> {
  const [implementation, admin, beacon, oldImplementation, oldAdmin] = words;
  if (implementation) return { kind: "eip1967", implementation, admin: admin ?? null, slot: SLOTS.implementation };
  if (oldImplementation)
    return { kind: "eip1967", implementation: oldImplementation, admin: oldAdmin ?? null, slot: SLOTS.oldImplementation };
  return beacon ? throughBeacon(chain, beacon) : null;
}

/** The beacon's owner is who can swap the code, so it stands as the admin; a beacon may have none. */
async function throughBeacon(chain: ChainView, beacon: Address): Promise<ProxyFacts> {
  const get = (functionName: "implementation" | "owner") => chain.read(beacon, encodeFunctionData({ abi: ERC20, functionName }));
  const [implementation, owner] = (await Promise.all([get("implementation"), get("owner")])).map(addressWord);
  return { kind: "beacon", implementation: implementation ?? null, admin: owner ?? null, slot: SLOTS.beacon };
}

/** Code that compares with transfer's selector answers it itself. */
function hasTransfer(code: Hex): boolean {
  return code.includes("63a9059cbb");
}

/** EIP-7702: the code of a person's account that acts by somebody's contract. */
function delegateOf(code: Hex): { kind: "eip7702"; implementation: Address } | null {
  return isDelegation(code) ? { kind: "eip7702", implementation: getAddress(slice(code, 3)) } : null;
}

export function isDelegation(code: Hex): boolean {
  return size(code) === 23 && code.startsWith("0xef0100");
}

function minimalTarget(code: Hex): { kind: "minimal"; implementation: Address } | null {
  for (const [head, tail] of MINIMAL) {
    const at = size(head);
    if (!code.startsWith(head) || size(code) < at + 20 + size(tail)) continue;
    const target = slice(code, at, at + 20);
    if (code.startsWith(concat([head, target, tail]))) return { kind: "minimal", implementation: getAddress(target) };
  }
  return null;
}
