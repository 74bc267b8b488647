import { type Address, bytesToHex, type Hex, hexToBigInt, hexToBytes, numberToHex } from "viem";
import { execute } from "../execute";
import { openFork, settled } from "../fork";
import type { BlockEnv, Result } from "../types";
import { World } from "../world";

type Rpc = (method: string, params: unknown[]) => Promise<unknown>;
export type NodeCall = { from: Address; to: Address; data: Hex; value?: bigint; gas?: number };
type StructLog = { gas: number; gasCost: number; depth: number; refund?: number };
type Trace = { failed: boolean; gas: number; returnValue: string; structLogs: StructLog[] };
type Account = { balance?: Hex; code?: Hex; storage?: Record<Hex, Hex> };
type Diff = { pre: Record<Address, Account>; post: Record<Address, Account> };

/** What a call came to, in words that a test can compare. */
export type Facts = { ok: boolean; data: Hex; gas: number; writes: string[]; ether: string[] };

const USUAL_GAS = 5_000_000;
const INTRINSIC = 21_000;

/** The block that anvil takes `latest` for when it's asked to try something. */
export async function latestBlock(rpc: Rpc): Promise<BlockEnv> {
  const block = (await rpc("eth_getBlockByNumber", ["latest", false])) as Record<string, Hex>;
  const of = (key: string) => hexToBigInt(block[key] ?? "0x0");
  return {
    number: of("number"),
    timestamp: of("timestamp"),
    coinbase: of("miner"),
    baseFee: of("baseFeePerGas"),
    gasLimit: of("gasLimit"),
    prevRandao: of("mixHash"),
    chainId: 84_532n,
  };
}

/** The same call tried by the node and here: two lists of facts that should be one. */
export async function tryBoth(rpc: Rpc, block: BlockEnv, call: NodeCall): Promise<{ here: Facts; node: Facts; result: Result }> {
  const gas = call.gas ?? USUAL_GAS;
  const asked = { ...call, value: numberToHex(call.value ?? 0n), gas: numberToHex(gas) };
  const quiet = { disableStack: true, disableMemory: true, disableStorage: true };
  const diffed = { tracer: "prestateTracer", tracerConfig: { diffMode: true } };
  const fork = openFork(rpc, block);
  const intrinsic = intrinsicGas(hexToBytes(call.data));
  const [trace, diff, { value: result, whole }] = await Promise.all([
    rpc("debug_traceCall", [asked, "latest", quiet]) as Promise<Trace>,
    rpc("debug_traceCall", [asked, "latest", diffed]) as Promise<Diff>,
    settled(fork, () =>
      execute(World.over(fork.source), block, {
        from: hexToBigInt(call.from),
        to: hexToBigInt(call.to),
        data: hexToBytes(call.data),
        value: call.value,
        gas: gas - intrinsic,
        gasPrice: 0n,
      }),
    ),
  ]);
  if (!whole) throw new Error("something of the state could not be fetched");
  const refund = trace.failed ? 0 : (trace.structLogs.at(-1)?.refund ?? 0);
  return { here: factsHere(result, call, intrinsic, refund), node: factsOfNode(trace, diff), result };
}

/** Gas as a receipt tells it: what isn't counted here (what it costs to be sent, refunds) comes from the node's own trace. */
function factsHere(result: Result, { data }: NodeCall, intrinsic: number, refund: number): Facts {
  const used = intrinsic + result.gasUsed;
  const writes: string[] = [];
  for (const [address, slots] of result.seen.writes) {
    for (const [slot, { after }] of slots) writes.push(line(numberToHex(address, { size: 20 }), numberToHex(slot, { size: 32 }), after));
  }
  return {
    ok: result.ok,
    data: bytesToHex(result.data),
    gas: Math.max(used - Math.min(refund, Math.floor(used / 5)), floorGas(data)),
    writes: writes.sort(),
    ether: [...result.seen.touched].map((address) => numberToHex(address, { size: 20 })).sort(),
  };
}

function factsOfNode({ failed, gas, returnValue }: Trace, { pre, post }: Diff): Facts {
  const writes: string[] = [];
  const ether = new Set<string>();
  for (const address of new Set([...Object.keys(pre), ...Object.keys(post)]) as Set<Address>) {
    const [before, after] = [pre[address]?.storage ?? {}, post[address]?.storage ?? {}];
    for (const slot of new Set([...Object.keys(before), ...Object.keys(after)]) as Set<Hex>) {
      if (BigInt(before[slot] ?? 0) !== BigInt(after[slot] ?? 0)) writes.push(line(address, slot, BigInt(after[slot] ?? 0)));
    }
    if (post[address]?.balance !== undefined || post[address]?.code !== undefined) ether.add(address.toLowerCase());
  }
  return {
    ok: !failed,
    data: `0x${returnValue.replace(/^0x/, "")}`,
    gas,
    writes: failed ? [] : writes.sort(),
    ether: failed ? [] : [...ether].sort(),
  };
}

const line = (address: string, slot: string, value: bigint) => `${address.toLowerCase()} ${slot} ${value}`;

export function intrinsicGas(data: Uint8Array): number {
  return data.reduce<number>((gas, byte) => gas + (byte === 0 ? 4 : 16), INTRINSIC);
}

/** EIP-7623. */
function floorGas(data: Hex): number {
  return hexToBytes(data).reduce((gas, byte) => gas + (byte === 0 ? 10 : 40), INTRINSIC);
}
