import { type Hex, hexToBigInt, numberToHex } from "viem";
import type { BlockEnv } from "@/lib/evm/types";
import { wordOf } from "./evmWords";
import type { ChainView } from "./openChain";

type Header = { baseFeePerGas?: Hex; gasLimit?: Hex; mixHash?: Hex };

/** The block that would come after the pinned one, for the machine to believe in. One question. */
export async function nextBlock(chain: ChainView, chainId: number): Promise<BlockEnv> {
  const { number, timestamp, miner } = chain.block;
  const header = (await chain.unreachable(chain.ask("eth_getBlockByNumber", [numberToHex(number), false]))) as Header | null;
  return {
    number: number + 1n,
    timestamp: timestamp + 2n,
    coinbase: wordOf(miner),
    baseFee: hexToBigInt(header?.baseFeePerGas ?? "0x0"),
    gasLimit: hexToBigInt(header?.gasLimit ?? "0x1c9c380"),
    chainId: BigInt(chainId),
    prevRandao: hexToBigInt(header?.mixHash ?? "0x1"),
  };
}
