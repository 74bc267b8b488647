import type { Settler } from "@/lib/settlement/settler";
import type { RefunderAccount } from "./account";

/** What the refunder works with: settlement's own view of the chain, and an account of its own. */
export type Refunder = Pick<
  Settler,
  "sql" | "chain" | "client" | "usdc" | "network" | "chainId" | "fees" | "feeCap" | "stuckSeconds" | "finalBlocks"
> & {
  account: RefunderAccount;
  /** Whose money could not be moved lately, and until when (ms) it isn't tried again. */
  notBefore: Map<string, number>;
};

/** As the ledger keeps it. */
export const senderOf = ({ account }: Pick<Refunder, "account">): string => account.address.toLowerCase();
