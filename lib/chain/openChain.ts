import type { Address, Hex, PublicClient } from "viem";
import { hexToBigInt, numberToHex, pad } from "viem";
import { ToolRefusal } from "@/lib/tools/refusal";
import type { Ask, PinnedBlock } from "./ask";
import { freshAddress } from "./freshAddress";
import { isExecutionError, isTransient } from "./nodeErrors";

/** Enough for any honest getter, and too little for a getter that wants to fill our memory. */
const READ_GAS = numberToHex(1_000_000);
const MAX_RETURN = 64 * 1024;
const RETRY_MS = 250;
const MOST_TRIES = 3;

/** One block of one chain. Every read is of that block, and a silent node ends the run as a refusal. */
export type ChainView = {
  /** The same for every view of one client: what is learnt of a node is kept by it. */
  node: object;
  block: PinnedBlock;
  /** Any question to the node, its errors as they come. Questions of one tick travel together. */
  ask: Ask;
  /** Turns the node's trouble into a refusal that says so. */
  unreachable: <T>(work: Promise<T>) => Promise<T>;
  signal: AbortSignal;
  code: (address: Address) => Promise<Hex>;
  slot: (address: Address, slot: Hex) => Promise<Hex>;
  /** null: the call failed, or returned more than anybody needs. */
  read: (to: Address, data: Hex) => Promise<Hex | null>;
};

type RequestOptions = { signal: AbortSignal; retryCount: number };

export async function openChain(client: PublicClient, signal: AbortSignal): Promise<ChainView> {
  const ask = asker(client, signal);
  const unreachable = <T>(work: Promise<T>) => work.catch((error: unknown) => Promise.reject(refusal(error, signal)));
  const block = await unreachable(pinnedBlock(ask));
  const at = numberToHex(block.number);
  // A caller that nothing on the chain can know: contracts may answer known readers differently.
  const reader = freshAddress();

  const read = async (to: Address, data: Hex) => {
    try {
      const answer = hex(await ask("eth_call", [{ from: reader, to, data, gas: READ_GAS }, at]));
      return answer.length / 2 - 1 > MAX_RETURN ? null : answer;
    } catch (error) {
      if (isExecutionError(error)) return null;
      throw error;
    }
  };
  return {
    node: client,
    block,
    ask,
    unreachable,
    signal,
    code: (address) => unreachable(ask("eth_getCode", [address, at]).then(hex)),
    // Some nodes leave the leading zeros out.
    slot: (address, slot) => unreachable(ask("eth_getStorageAt", [address, slot, at]).then((word) => pad(hex(word)))),
    read: (to, data) => unreachable(read(to, data)),
  };
}

/** Requests of one tick travel together where the client's transport batches. */
function asker(client: PublicClient, signal: AbortSignal): Ask {
  // The methods go by name, since no client type lists all of them.
  const request = client.request as (args: { method: string; params: unknown[] }, options: RequestOptions) => Promise<unknown>;
  const aborted = whenAborted(signal);
  return async (method, params) => {
    for (let tries = 1; ; tries++) {
      try {
        signal.throwIfAborted();
        // viem would repeat some failed executions as if the node were at fault.
        return await Promise.race([request({ method, params }, { signal, retryCount: 0 }), aborted]);
      } catch (error) {
        if (tries === MOST_TRIES || isExecutionError(error) || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };
}

/** Rejects with the signal's reason: not every transport listens to it, and nobody waits for one that doesn't. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {});
  return aborted;
}

async function pinnedBlock(ask: Ask): Promise<PinnedBlock> {
  const block = (await ask("eth_getBlockByNumber", ["latest", false])) as Record<string, unknown> | null;
  return { number: hexToBigInt(hex(block?.number)), timestamp: hexToBigInt(hex(block?.timestamp)), miner: hex(block?.miner) };
}

function hex(value: unknown): Hex {
  if (typeof value !== "string" || !value.startsWith("0x")) throw new TypeError("the node answered with something else than data");
  return value as Hex;
}

function refusal(error: unknown, signal: AbortSignal): ToolRefusal {
  if (error instanceof ToolRefusal) return error;
  if (signal.aborted) return new ToolRefusal("too_slow", "The chain did not answer in time.", { kind: "timeout", cause: error });
  return new ToolRefusal("chain_unreachable", "Our node of this chain did not answer.", {
    kind: "unavailable",
    hint: "Ask again in a minute. Nothing was charged.",
    cause: error,
  });
}
