import { isUnlimited } from "./calls";
import type { OpenGrant } from "./gather/openGrants";
import type { Spender } from "./gather/spenders";

export type Risk = "high" | "medium" | "low";
type Held = { grant: OpenGrant; spender: Spender };
type Danger = { id: string; risk: Risk; when: (held: Held) => boolean; text: (held: Held) => string };

const codeless = ({ spender }: Held) => spender.is === "account" || spender.is === "nothing";

/** What makes an approval a danger, and how much of one. */
const DANGERS: readonly Danger[] = [
  {
    id: "spender_account",
    risk: "high",
    when: ({ spender }) => spender.is === "account" && spender.gone !== true,
    text: () => "The spender is a plain account: whoever has its key can take what was approved.",
  },
  {
    id: "spender_delegated",
    risk: "high",
    when: ({ spender }) => spender.is === "delegated_account",
    text: ({ spender }) =>
      `The spender is an account that acts by the code at ${spender.delegate}: whoever has its key can take what was approved.`,
  },
  {
    id: "spender_unused",
    risk: "high",
    when: ({ spender }) => spender.is === "nothing" && spender.gone !== true,
    text: () => "There is no code at the spender and it never sent anything: it is somebody's key, or a contract still to come.",
  },
  {
    id: "spender_gone",
    risk: "medium",
    when: (held) => codeless(held) && held.spender.gone === true,
    text: () => "The spender was a contract when it was approved, and is none now. If code comes back, it may be other code.",
  },
  {
    id: "spender_swappable_by_key",
    risk: "medium",
    when: ({ spender }) => spender.is === "swappable_contract" && spender.controller?.kind === "key",
    text: ({ spender }) => `One key (${spender.controller?.address}) can swap the spender's code for any other.`,
  },
  {
    id: "spender_swappable",
    risk: "low",
    when: ({ spender }) => spender.is === "swappable_contract" && spender.controller?.kind === "shared",
    text: ({ spender }) =>
      `${spender.controller?.address}${spender.controller?.detail ? ` (${spender.controller.detail})` : ""} can swap the spender's code for any other.`,
  },
  {
    id: "spender_young",
    risk: "medium",
    when: ({ spender }) => spender.young === true,
    text: () => "The spender's code is less than 30 days old.",
  },
  {
    id: "unlimited",
    risk: "low",
    when: ({ grant }) => grant.amount !== null && grant.standard !== "erc721" && isUnlimited(grant.amount),
    text: () => "The amount has no limit: it covers what will come in later, too.",
  },
  {
    id: "whole_collection",
    risk: "low",
    when: ({ grant }) => grant.standard === "collection",
    text: () => "It covers every item of the collection, and those that will come in later.",
  },
];

const ORDER: readonly Risk[] = ["high", "medium", "low"];

export type Judged = Held & { risk: Risk; why: { id: string; text: string }[] };

/** The reasons that hold, and the worst of them; one step milder where nothing is there to be taken. */
export function judge(held: Held): Judged {
  const dangers = DANGERS.filter(({ when }) => when(held));
  const worst = Math.min(ORDER.length - 1, ...dangers.map(({ risk }) => ORDER.indexOf(risk)));
  const step = held.grant.atRisk === 0n ? 1 : 0;
  const risk = ORDER[Math.min(ORDER.length - 1, worst + step)] ?? "low";
  return { ...held, risk, why: dangers.map(({ id, text }) => ({ id, text: text(held) })) };
}

/** The most dangerous first; among equals those that could take something now, then the newest. */
export function byRisk(a: Judged, b: Judged): number {
  const risk = ORDER.indexOf(a.risk) - ORDER.indexOf(b.risk);
  const live = Number(b.grant.atRisk !== 0n) - Number(a.grant.atRisk !== 0n);
  return risk || live || Number(b.grant.log.block - a.grant.log.block) || b.grant.log.index - a.grant.log.index;
}
