import {
  type AbiFunction,
  type Address,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  parseAbiItem,
  slice,
  stringToHex,
} from "viem";
import { paymentNetwork } from "../../chains";
import { EXCHANGE } from "../genesis/placeUniswap";
import type { CallData, Ref } from "./types";

export type Names = Map<string, unknown>;

/** An account that only this row knows; on a chain that was used before, another salt gives others. */
export function accountOf(id: string, role: string, salt: string): Address {
  return getAddress(slice(keccak256(stringToHex(`range ${salt} ${id} ${role}`)), 12));
}

/** What `$name` stands for before anything is deployed. `now` in seconds. */
export function firstNames(id: string, salt: string, now: number): Names {
  const roles = ["me", "hidden", "buyer1", "buyer2", "buyer3"];
  return new Map<string, unknown>([
    ...roles.map((role): [string, unknown] => [role, accountOf(id, role, salt)]),
    ["router", EXCHANGE.uniswapV2Router],
    ["factory", EXCHANGE.uniswapV2Factory],
    ["weth", EXCHANGE.weth],
    ["usdc", paymentNetwork("eip155:84532").asset.address],
    ["dead", "0x000000000000000000000000000000000000dEaD"],
    ["zero", "0x0000000000000000000000000000000000000000"],
    ["now", BigInt(now)],
  ]);
}

/** The value itself: names looked up, calls encoded. */
export function resolve(ref: Ref, names: Names): unknown {
  if (Array.isArray(ref)) return ref.map((one) => resolve(one, names));
  if (typeof ref === "object") return encodeCall(ref as CallData, names);
  if (typeof ref !== "string" || !ref.startsWith("$")) return ref;
  const [name = "", more] = ref.slice(1).split("+");
  const value = names.get(name);
  if (value === undefined) throw new Error(`Nothing is called ${ref} here.`);
  return more === undefined ? value : (value as bigint) + BigInt(more);
}

export function addressOf(ref: string, names: Names): Address {
  return getAddress(resolve(ref, names) as string);
}

/** A call such as `setPair(address)` as bytes; `0x…` is taken as it is. */
export function encodeCall({ call, args = [] }: CallData, names: Names): Hex {
  if (call.startsWith("0x")) return call as Hex;
  const item = parseAbiItem(`function ${call}`) as AbiFunction;
  return encodeFunctionData({ abi: [item], functionName: item.name, args: args.map((arg) => resolve(arg, names)) });
}
