import { type Address, getAddress } from "viem";
import type { BlockTimes } from "@/lib/chain/blockTimes";
import type { ChainView } from "@/lib/chain/openChain";
import type { Page } from "@/lib/chain/pageOf";
import type { TokenFacts } from "@/lib/chain/tokenFacts";
import { isUnlimited, revocation } from "./calls";
import type { Grant } from "./grants";
import { byRisk, type Judged } from "./risk";
import type { ApprovalAnswer, ApprovalsCheckAnswer } from "./schema";

type Parts = {
  owner: Address;
  id: string;
  block: ChainView["block"];
  judged: Judged[];
  young: boolean;
  page: Page<Grant>;
  token: (address: Address) => TokenFacts;
  timeOf: BlockTimes;
};

export function writeAnswer({ owner, id, block, judged, young, page, token, timeOf }: Parts): ApprovalsCheckAnswer {
  const count = (risk: Judged["risk"]) => judged.filter((one) => one.risk === risk).length;
  const counts = { open: judged.length, high: count("high"), medium: count("medium"), low: count("low") };
  return {
    address: getAddress(owner),
    chain: id,
    as_of_block: Number(block.number),
    summary: summarise(counts, page.window.complete),
    counts,
    approvals: [...judged].sort(byRisk).map((one) => writeOne(one, token, timeOf)),
    not_checked: notChecked(judged, young),
    window: page.window,
    cursor: page.cursor,
  };
}

function summarise({ open, high, medium }: ApprovalsCheckAnswer["counts"], complete: boolean): string {
  const where = complete ? "" : " in the blocks that were read";
  if (open === 0) return `No open approval was found${where}.`;
  const all = `${open} open ${open === 1 ? "approval" : "approvals"}${where}`;
  if (high > 0) return `${all}, ${high} of high risk: end ${high === 1 ? "it" : "those"} first.`;
  if (medium > 0) return `${all}, none of high risk, ${medium} worth a second look.`;
  return `${all}, none with a mark of danger beyond its size.`;
}

function writeOne({ grant, spender, risk, why }: Judged, token: Parts["token"], timeOf: BlockTimes): ApprovalAnswer {
  const text = (amount: bigint | null) => amount?.toString() ?? null;
  return {
    standard: grant.standard,
    token: token(grant.token),
    token_id: text(grant.tokenId),
    spender: grant.spender,
    spender_is: spender.is,
    amount: text(grant.amount),
    unlimited: grant.amount === null || (grant.standard !== "erc721" && isUnlimited(grant.amount)),
    expires: grant.expires === null ? null : Number(grant.expires),
    balance: text(grant.balance),
    at_risk: text(grant.atRisk),
    block: Number(grant.log.block),
    at: timeOf(grant.log.block),
    transaction: grant.log.tx,
    risk,
    why,
    revoke: revocation(grant),
  };
}

function notChecked(judged: readonly Judged[], youngChain: boolean): ApprovalsCheckAnswer["not_checked"] {
  const contracts = judged.filter(({ spender }) => spender.is === "contract" || spender.is === "swappable_contract");
  const untold = contracts.some(({ spender }) => spender.young === null);
  const why = youngChain ? "The chain itself is younger than 30 days." : "Our node keeps no account states from 30 days ago.";
  const age = untold ? [{ id: "spender_young", why }] : [];
  const nobodyKnows = judged.some(({ spender }) => (spender.is === "account" || spender.is === "nothing") && spender.gone === null);
  const gone = { id: "spender_gone", why: "Our node keeps no account states from when the approval was given." };
  return [...age, ...(nobodyKnows ? [gone] : [])];
}
