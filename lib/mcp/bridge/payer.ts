import type { PrivateKeyAccount } from "viem";
import type { Network } from "@/lib/chains";
import type { Book } from "./book";
import type { Remote } from "./remote";
import type { ToolList } from "./toolList";
import type { BridgeOptions } from "./types";

/** All that a paid call needs. */
export type Payer = {
  options: BridgeOptions;
  account: PrivateKeyAccount;
  network: Network;
  remote: Remote;
  tools: ToolList;
  book: Book;
  /** Tells whoever runs the bridge, on stderr. */
  say: (line: string) => void;
};
