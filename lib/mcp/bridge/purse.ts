import "server-only";
import { join } from "node:path";
import { type Network, paymentNetwork } from "@/lib/chains";
import { type Book, openBook } from "./book";
import type { Payer } from "./payer";
import { Refusal } from "./refusal";
import type { Remote } from "./remote";
import { priceOf, type ToolList } from "./toolList";
import type { BridgeOptions } from "./types";

export type Purse = { payer: () => Promise<Payer>; book: () => Promise<Book> };

/** Who pays, on which network, out of which book. The network is known once the market was asked. */
export function createPurse(options: BridgeOptions, remote: Remote, tools: ToolList, say: (line: string) => void): Purse {
  const network = async (): Promise<Network> => {
    if (options.network) return options.network;
    const listed = (await tools.all()).map(priceOf).find((price) => price !== null);
    if (!listed) throw new Refusal("terms_refused", "The market lists no price.", "Name the network with --network.");
    return listed.network;
  };
  const book = async () => {
    const { chainId } = paymentNetwork(await network());
    const who = options.account?.address.toLowerCase() ?? "nobody";
    return openBook(join(options.stateDir, `spending-${chainId}-${who}.json`));
  };
  return {
    book,
    payer: async () => {
      const { account } = options;
      if (!account) throw new Refusal("no_key", "", "Whoever runs the bridge gives it COINSLOT_PRIVATE_KEY or --key-file.");
      return { options, account, network: await network(), remote, tools, book: await book(), say };
    },
  };
}
