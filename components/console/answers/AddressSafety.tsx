import type { ReactNode } from "react";
import type { AddressSafetyAnswer } from "@/lib/tools/address-safety/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Details } from "./parts/Details";
import { Mark, type Tone } from "./parts/Mark";
import { NotChecked } from "./safety/NotChecked";
import { SafetyChecks } from "./safety/SafetyChecks";

const LOOK: Record<AddressSafetyAnswer["verdict"], { tone: Tone; word: string }> = {
  avoid: { tone: "bad", word: "Avoid" },
  caution: { tone: "warn", word: "Caution" },
  nothing_found: { tone: "none", word: "No known mark found" },
  unknown: { tone: "unknown", word: "Unknown" },
};

const KIND: Record<AddressSafetyAnswer["kind"], string> = {
  nothing: "nothing yet",
  account: "account",
  delegated_account: "account that acts by code",
  token: "token",
  collection: "collection",
  pool: "pool",
  wallet: "wallet contract",
  contract: "contract",
};

/** The answer of address-safety: the verdict, what it rests on, and what else is known of the address. */
export function AddressSafety({ answer }: { answer: AddressSafetyAnswer }) {
  const { verdict, summary, kind, as_of_block, code, checks, not_checked } = answer;
  const facts = [KIND[kind], code.symbol, code.detail, `as of block ${as_of_block.toLocaleString("en")}`];
  return (
    <Panel className="overflow-hidden">
      <AnswerHead verdict={<Mark {...LOOK[verdict]} large />} summary={summary} facts={facts} />
      <SafetyChecks checks={checks} />
      <Details summary="What is known of the address">
        <dl className="grid gap-y-1.5 border-t border-line px-4 py-3 text-2 md:px-5">
          {factsOf(answer).map(([name, value]) => (
            <div key={name} className="grid gap-x-4 md:grid-cols-[10rem_1fr]">
              <dt className="text-ink-3">{name}</dt>
              <dd className="[overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      </Details>
      <NotChecked list={not_checked} />
    </Panel>
  );
}

function factsOf({ address, account, code, approved }: AddressSafetyAnswer): [string, ReactNode][] {
  const hash = (value: string | null) => (value ? <Hash value={value} /> : null);
  const rows: [string, ReactNode][] = [
    ["Address", hash(address)],
    ["Transactions sent", account.nonce.toLocaleString("en")],
    ["Ether", `${account.ether} wei`],
    ["First sent", momentText(account.first_sent)],
    ["Last sent", momentText(account.last_sent)],
    [
      "Code",
      code.bytes > 0 ? `${code.bytes.toLocaleString("en")} bytes${code.functions === null ? "" : `, ${code.functions} functions`}` : null,
    ],
    ["Runs the code of", hash(code.implementation)],
    ["Who can swap it", hash(code.controlled_by?.address ?? null)],
    ["Made by", hash(code.creator)],
    ["Through", hash(code.factory)],
    ["Made at", code.created_at],
    ["Approvals given", numberText(approved.to_others)],
    ["Approved by others", numberText(approved.by_others)],
  ];
  return rows.filter(([, value]) => value !== null);
}

function momentText(moment: AddressSafetyAnswer["account"]["first_sent"]): string | null {
  return moment && `${moment.at ?? "time unknown"}, block ${moment.block.toLocaleString("en")}`;
}

function numberText(count: number | null): string {
  return count === null ? "unknown" : count.toLocaleString("en");
}
