import { type Address, concat, encodeFunctionData, getAddress, type Hex, size, slice } from "viem";
import { ERC20 } from "./abi";
import { addressWord } from "./addressWord";
import { DELEGATECALL, hasOpcode } from "./opcodes";
import type { ChainView } from "./openChain";

/** Where proxies keep whose code they run, and who may change that. */
const SLOTS = {
  implementation: "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
  admin: "0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103",
  beacon: "0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50",
  // Before EIP-1967: keccak256 of `org.zeppelinos.proxy.implementation` and `.admin`.
  oldImplementation: "0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3",
  oldAdmin: "0x10d6a54a4754c8869d6886b5f5d7fbfa5b4522237ea5c60d11bc4e7a1ff9390b",
} as const satisfies Record<string, Hex>;

/** What comes before and after the address in minimal proxies: EIP-1167, its PUSH0 form, and Vyper's. */
const MINIMAL = [
  ["0x363d3d373d3d3d363d73", "0x5af43d82803e903d91602b57fd5bf3"],
  ["0x365f5f375f5f365f73", "0x5af43d5f5f3e5f3d91602a57fd5bf3"],
  ["0x366000600037611000600036600073", "0x5af4602c57600080fd5b6110006000f3"],
] as const satisfies readonly (readonly [Hex, Hex])[];

export type ProxyTarget = {
  kind: "none" | "eip1967" | "beacon" | "minimal" | "delegated" | "slot0";
  implementation: Address | null;
  /** Who may swap the code; null where nobody can, or nothing tells. */
  admin: Address | null;
};

const NONE: ProxyTarget = { kind: "none", implementation: null, admin: null };

/** EIP-7702: an account that acts by a contract's code. */
export function delegateOf(code: Hex): Address | null {
  return size(code) === 23 && code.startsWith("0xef0100") ? getAddress(slice(code, 3)) : null;
}

/** Whose code runs when this one is called. One batch, and one more for a beacon or an upgrade that the code itself allows. */
export async function readProxyTarget(chain: ChainView, address: Address, code: Hex): Promise<ProxyTarget> {
  const delegate = delegateOf(code);
  if (delegate) return { kind: "delegated", implementation: delegate, admin: null };
  const minimal = minimalTarget(code);
  if (minimal) return { kind: "minimal", implementation: minimal, admin: null };
  if (!hasOpcode(code, DELEGATECALL)) return NONE;
  const [words, first, owner] = await Promise.all([
    Promise.all(Object.values(SLOTS).map((slot) => chain.slot(address, slot))),
    chain.slot(address, `0x${"0".repeat(64)}`),
    readAddress(chain, address, "owner"),
  ]);
  const [implementation, admin, beacon, oldImplementation, oldAdmin] = words.map(addressWord);
  if (implementation) return { kind: "eip1967", implementation, admin: admin ?? owner };
  if (oldImplementation) return { kind: "eip1967", implementation: oldImplementation, admin: oldAdmin ?? owner };
  if (beacon) return throughBeacon(chain, beacon);
  // Wallets of many keys keep it in the first slot, and their code is short.
  const singleton = addressWord(first);
  if (singleton && size(code) < 400) return { kind: "slot0", implementation: singleton, admin: null };
  return NONE;
}

async function throughBeacon(chain: ChainView, beacon: Address): Promise<ProxyTarget> {
  const [implementation, owner] = await Promise.all([readAddress(chain, beacon, "implementation"), readAddress(chain, beacon, "owner")]);
  return { kind: "beacon", implementation, admin: owner ?? beacon };
}

async function readAddress(chain: ChainView, of: Address, functionName: "owner" | "implementation"): Promise<Address | null> {
  return addressWord(await chain.read(of, encodeFunctionData({ abi: ERC20, functionName })));
}

function minimalTarget(code: Hex): Address | null {
  for (const [head, tail] of MINIMAL) {
    const at = size(head);
    if (!code.startsWith(head) || size(code) < at + 20 + size(tail)) continue;
    const target = slice(code, at, at + 20);
    if (code.startsWith(concat([head, target, tail]))) return getAddress(target);
  }
  return null;
}
