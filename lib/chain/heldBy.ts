import { type Address, encodeFunctionData, type Hex, hexToBigInt, numberToHex, size } from "viem";
import { ERC20 } from "./abi";
import type { ChainView } from "./openChain";
import type { Pool } from "./pool";
import type { Reserves } from "./reserves";

/** What a pool held of both tokens at the end of a block; null where the node has forgotten, or a token does not say. */
export async function heldBy(chain: ChainView, pool: Pool, block: bigint): Promise<Reserves | null> {
  const [reserve0, reserve1] = await Promise.all([pool.token0, pool.token1].map((token) => balanceOf(chain, token, pool.address, block)));
  return reserve0 == null || reserve1 == null ? null : { reserve0, reserve1 };
}

async function balanceOf(chain: ChainView, token: Address, holder: Address, block: bigint): Promise<bigint | null> {
  const data = encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [holder] });
  const answer = block === chain.block.number ? await chain.read(token, data) : await readAt(chain, token, data, block);
  return answer !== null && size(answer) === 32 ? hexToBigInt(answer) : null;
}

/** A read of an older block: nodes keep the state of old blocks for a while, or for ever, or not. */
export async function readAt(chain: Pick<ChainView, "ask">, to: Address, data: Hex, block: bigint): Promise<Hex | null> {
  try {
    return (await chain.ask("eth_call", [{ to, data, gas: "0xf4240" }, numberToHex(block)])) as Hex;
  } catch {
    return null;
  }
}
