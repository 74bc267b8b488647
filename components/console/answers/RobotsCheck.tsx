"use client";

import { useState } from "react";
import type { RobotsCheckAnswer } from "@/lib/tools/robots-check/schema";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Findings } from "./parts/Findings";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";

type Bot = RobotsCheckAnswer["bots"][number];

const VERDICT: Record<Bot["verdict"], { tone: Tone; word: string }> = {
  allowed: { tone: "good", word: "Allowed" },
  disallowed: { tone: "bad", word: "Disallowed" },
  unknown: { tone: "unknown", word: "Unknown" },
};
const ORDER: readonly Bot["verdict"][] = ["disallowed", "unknown", "allowed"];
const PURPOSE: Record<Bot["purpose"], string | null> = {
  search: "search",
  ai_training: "AI training",
  ai_search: "AI search",
  ai_user: "for an AI's user",
  other: null,
};
const FIRST = 10;

/** The answer of robots-check: who may read the page, and the line that says so. */
export function RobotsCheck({ answer }: { answer: RobotsCheckAnswer }) {
  const [all, setAll] = useState(false);
  const { robots, bots, findings, sitemaps, left_out } = answer;
  const sorted = ORDER.flatMap((verdict) => bots.filter((bot) => bot.verdict === verdict));
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...headline(bots)} large />}
        summary={answer.summary}
        facts={[
          robots.url,
          robots.status === null ? "no answer" : String(robots.status),
          robots.state === "read" ? `${robots.lines.toLocaleString("en")} lines, ${robots.groups} groups` : null,
          sitemaps.length > 0 ? `${sitemaps.length + left_out.sitemaps} ${sitemaps.length === 1 ? "sitemap" : "sitemaps"} named` : null,
          robots.age_seconds > 0 ? `kept for ${robots.age_seconds} s` : null,
        ]}
      />
      <PartTable
        label="Robots"
        columns={[
          { label: "May read", className: "w-32" },
          { label: "Robot and the line that decides" },
          { label: "May list", wide: true, className: "w-24" },
        ]}
        rows={(all ? sorted : sorted.slice(0, FIRST)).map((bot) => ({
          key: bot.name,
          cells: [<Mark key="verdict" {...VERDICT[bot.verdict]} />, <BotCell key="bot" bot={bot} />, bot.may_index],
        }))}
      />
      {sorted.length > FIRST ? (
        <p className="border-t border-line bg-paper px-4 py-3 text-right text-2 md:px-5">
          <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${sorted.length} robots`}
          </button>
        </p>
      ) : null}
      <Findings findings={findings} leftOut={left_out.faults} />
    </Panel>
  );
}

function BotCell({ bot }: { bot: Bot }) {
  const who = [bot.operator, PURPOSE[bot.purpose]].filter(Boolean).join(", ");
  return (
    <div className="[overflow-wrap:anywhere]">
      <span className="font-strong">{bot.name === "*" ? "Everybody else" : bot.name}</span>{" "}
      {who ? <span className="text-1 text-ink-3">{who}</span> : null}
      <div className="num text-1 leading-4.5 text-ink-3">
        {bot.rule ? `line ${bot.rule.line}: ${bot.rule.text}` : "no line fits"}
        {bot.crawl_delay === null ? "" : ` · every ${bot.crawl_delay} s`}
        {bot.index_rule ? ` · ${bot.index_rule}` : ""}
      </div>
    </div>
  );
}

function headline(bots: readonly Bot[]): { tone: Tone; word: string } {
  if (bots.every(({ verdict }) => verdict === "unknown")) return VERDICT.unknown;
  if (bots.every(({ verdict }) => verdict === "allowed")) return { tone: "good", word: "Open to all" };
  if (bots.every(({ verdict }) => verdict === "disallowed")) return { tone: "bad", word: "Closed to all" };
  return { tone: "warn", word: "Open to some" };
}
