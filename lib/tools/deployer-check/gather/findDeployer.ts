import { type Address, encodeFunctionData, type Hex, hexToBigInt, numberToHex } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import { addressWord } from "@/lib/chain/addressWord";
import { type Creation, findCreation } from "@/lib/chain/creation";
import { chainsWithCode, elsewhereHint } from "@/lib/chain/elsewhere";
import type { ChainView } from "@/lib/chain/openChain";
import { delegateOf } from "@/lib/chain/proxyTarget";
import type { ToolContext } from "../../define";
import { ToolRefusal } from "../../refusal";

export type Deployer = { address: Address; sent: bigint; creation: Creation | null };

/** The asked account itself, or who made the asked contract. */
export async function findDeployer(chain: ChainView, ctx: ToolContext, id: string, asked: Address): Promise<Deployer> {
  const [code, sent, owner] = await Promise.all([
    chain.code(asked),
    countOf(chain, asked),
    chain.read(asked, encodeFunctionData({ abi: ERC20, functionName: "owner" })),
  ]);
  if (code === "0x" || delegateOf(code)) {
    if (sent > 0n) return { address: asked, sent, creation: null };
    throw new ToolRefusal("nothing_here", `Nothing was ever sent from this address on ${id}.`, {
      hint: elsewhereHint(await chainsWithCode(ctx, id, asked)),
    });
  }
  const named = addressWord(owner);
  const creation = await findCreation(chain, asked, named ? [named] : []);
  const address = creation.creator;
  if (address) return { address, sent: await countOf(chain, address), creation };
  throw new ToolRefusal("creator_unknown", "Who made this contract could not be found.", {
    hint: creation.why ?? "Give the deployer's own address.",
  });
}

async function countOf(chain: ChainView, address: Address): Promise<bigint> {
  const count = await chain.unreachable(chain.ask("eth_getTransactionCount", [address, numberToHex(chain.block.number)]));
  return hexToBigInt(count as Hex);
}
