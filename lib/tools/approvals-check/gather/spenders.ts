import { type Address, type Hex, hexToBigInt, numberToHex } from "viem";
import { isStateGone } from "@/lib/chain/nodeErrors";
import type { ChainView } from "@/lib/chain/openChain";
import { delegateOf, readProxyTarget } from "@/lib/chain/proxyTarget";
import { type Decider, whoDecides } from "@/lib/safety/gather/whoDecides";
import type { OpenGrant } from "./openGrants";

export type Spender = {
  is: "account" | "delegated_account" | "nothing" | "contract" | "swappable_contract";
  /** Of an account that acts by a contract's code: whose. */
  delegate: Address | null;
  /** Who may swap a contract's code. */
  controller: Decider | null;
  /** There was code when the approval was given, and there is none now; null: could not be told. */
  gone: boolean | null;
  /** The code is younger than a month; null: could not be told. */
  young: boolean | null;
};

/** What stands at each spender. `monthAgo`: the block of then; null where the chain is younger. Three batches at most. */
export async function readSpenders(
  chain: ChainView,
  grants: readonly OpenGrant[],
  monthAgo: bigint | null,
): Promise<(spender: Address) => Spender> {
  const since = new Map<Address, bigint>();
  for (const { spender, log } of grants) if (!since.has(spender)) since.set(spender, log.block);
  const read = [...since].map(async ([spender, block]) => [spender, await readSpender(chain, spender, block, monthAgo)] as const);
  const known = new Map(await Promise.all(read));
  const nothing: Spender = { is: "nothing", delegate: null, controller: null, gone: null, young: null };
  return (spender) => known.get(spender) ?? nothing;
}

async function readSpender(chain: ChainView, spender: Address, approvedAt: bigint, monthAgo: bigint | null): Promise<Spender> {
  const at = numberToHex(chain.block.number);
  const [code, nonce, young] = await Promise.all([
    chain.code(spender),
    chain.unreachable(chain.ask("eth_getTransactionCount", [spender, at])).then((count) => hexToBigInt(count as Hex)),
    monthAgo === null ? null : codeAt(chain, spender, monthAgo).then((then) => then && then === "0x"),
  ]);
  const none = { delegate: null, controller: null, gone: null, young: null };
  if (code === "0x") {
    const then = await codeAt(chain, spender, approvedAt);
    const gone = then === null ? null : then !== "0x" && delegateOf(then) === null;
    return { ...none, is: nonce > 0n ? "account" : "nothing", gone };
  }
  const delegate = delegateOf(code);
  if (delegate) return { ...none, is: "delegated_account", delegate };
  const { admin } = await readProxyTarget(chain, spender, code);
  if (!admin) return { ...none, is: "contract", young };
  const controller = await whoDecides(chain, admin);
  return { ...none, is: controller.kind === "nobody" ? "contract" : "swappable_contract", controller, young };
}

/** null: the node keeps no state from so long ago. */
async function codeAt(chain: ChainView, address: Address, block: bigint): Promise<Hex | null> {
  try {
    return (await chain.ask("eth_getCode", [address, numberToHex(block)])) as Hex;
  } catch (error) {
    if (isStateGone(error)) return null;
    return chain.unreachable(Promise.reject(error));
  }
}
