"use client";

import { useState } from "react";
import type { AiReadinessAnswer } from "@/lib/tools/ai-readiness/schema";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Details } from "./parts/Details";
import { Findings } from "./parts/Findings";
import { fetchedFacts } from "./parts/fetchedFacts";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Ruler } from "./parts/Ruler";

type Bot = AiReadinessAnswer["bots"][number];
type FileState = AiReadinessAnswer["llms_txt"]["state"];

const VERDICT: Record<AiReadinessAnswer["verdict"], { tone: Tone; word: string; color: string }> = {
  open: { tone: "good", word: "Ready", color: "text-v-ok" },
  partly: { tone: "warn", word: "Partly ready", color: "text-v-caution" },
  hard: { tone: "bad", word: "Hard to read", color: "text-v-avoid" },
  closed: { tone: "bad", word: "Closed", color: "text-v-avoid" },
  unknown: { tone: "unknown", word: "Not known", color: "text-v-unknown" },
};
const STATE: Record<FileState, { tone: Tone; word: string }> = {
  present: { tone: "good", word: "Present" },
  absent: { tone: "none", word: "Absent" },
  malformed: { tone: "warn", word: "Malformed" },
  closed: { tone: "note", word: "Closed" },
  not_asked: { tone: "unknown", word: "Not asked" },
  no_answer: { tone: "unknown", word: "No answer" },
};
const PURPOSE: Record<Bot["purpose"], string> = { ai_search: "search for answers", ai_user: "at a person's wish", ai_training: "training" };
const FIRST_BOTS = 6;

/** The answer of ai-readiness: the score, what to mend, who is let in and what is there for them. */
export function AiReadiness({ answer }: { answer: AiReadinessAnswer }) {
  const { verdict, score, summary, page, url, content, findings, rules, licence, not_measured } = answer;
  const { tone, word, color } = VERDICT[verdict];
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark tone={tone} word={word} large />}
        summary={summary}
        facts={[
          url,
          ...(page ? fetchedFacts(page) : ["the page was not read"]),
          content
            ? `${content.tokens_html.toLocaleString("en")} tokens as it comes, ${content.tokens_text.toLocaleString("en")} as text`
            : null,
        ]}
        side={score === null ? null : <Ruler score={score} color={color} word="of 100" direction="higher is better" />}
      />
      <Findings findings={findings} />
      <BotTable bots={answer.bots} />
      <PartTable
        label="What is there for machines"
        columns={[{ label: "For machines" }, { label: "State", className: "w-36" }]}
        rows={filesOf(answer).map(({ name, url: where, note, state }) => ({
          key: name,
          cells: [
            <div key="name" className="[overflow-wrap:anywhere]">
              {name}
              <div className="num text-1 leading-4.5 text-ink-3">{[where, note].filter(Boolean).join(" · ")}</div>
            </div>,
            <Mark key="state" {...STATE[state]} />,
          ],
        }))}
      />
      {licence.length > 0 ? (
        <Details summary={`What it says about the use of its words: ${licence.length}`}>
          <PartTable
            label="What it says about the use of its words"
            columns={[{ label: "Signal", className: "w-36" }, { label: "Says" }, { label: "Where", wide: true, className: "w-56" }]}
            rows={licence.map(({ kind, value, where }, index) => ({
              key: `${index}`,
              cells: [
                kind,
                <span key="value" className="num text-1 [overflow-wrap:anywhere]">
                  {value}
                </span>,
                where,
              ],
            }))}
          />
        </Details>
      ) : null}
      <Details summary="How it is scored">
        <PartTable
          label="How it is scored"
          columns={[{ label: "Rule" }, { label: "Points", right: true, className: "w-28" }]}
          rows={rules.map(ruleRow)}
        />
      </Details>
      <div className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span className="font-strong">Not measured</span>
        <ul>
          {not_measured.map(({ id, why }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              {why}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function BotTable({ bots }: { bots: readonly Bot[] }) {
  const [all, setAll] = useState(false);
  const sorted = [...bots].sort((a, b) => Number(a.verdict === "allowed") - Number(b.verdict === "allowed"));
  return (
    <>
      <PartTable
        label="Robots of AI"
        columns={[{ label: "May read", className: "w-33 md:w-36" }, { label: "Robot and the line that decides" }]}
        rows={(all ? sorted : sorted.slice(0, FIRST_BOTS)).map((bot) => ({
          key: bot.name,
          cells: [
            <Mark
              key="verdict"
              {...(bot.verdict === "allowed"
                ? { tone: "good", word: "Allowed" }
                : { tone: bot.purpose === "ai_training" ? "note" : "bad", word: "Disallowed" })}
            />,
            <div key="bot" className="[overflow-wrap:anywhere]">
              <span className="font-strong">{bot.name}</span>{" "}
              <span className="text-1 text-ink-3">{`${bot.operator}, ${PURPOSE[bot.purpose]}`}</span>
              <div className="num text-1 leading-4.5 text-ink-3">
                {bot.rule ? `line ${bot.rule.line}: ${bot.rule.text}` : "no line fits"}
              </div>
            </div>,
          ],
        }))}
      />
      <p className="border-t border-line bg-paper px-4 py-3 text-right text-2 md:px-5">
        <button type="button" className="link text-ink-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Fewer" : `All ${bots.length} robots`}
        </button>
      </p>
    </>
  );
}

function filesOf({
  llms_txt,
  llms_full_txt,
  markdown,
  sitemap,
  doors,
  feeds,
  payment,
  url,
}: AiReadinessAnswer): { name: string; url: string; note: string | null; state: FileState }[] {
  const links =
    llms_txt.links > 0
      ? `${llms_txt.links} links, ${llms_txt.links_tried.filter(({ status }) => status !== null && status < 400).length} of ${llms_txt.links_tried.length} tried answer`
      : llms_txt.note;
  return [
    { name: "llms.txt", ...llms_txt, note: links },
    { name: "llms-full.txt", ...llms_full_txt },
    { name: "The page as Markdown", ...markdown },
    { name: "Sitemap", ...sitemap },
    { name: "Feeds", url: feeds.map((feed) => feed.url).join(", "), note: null, state: feeds.length > 0 ? "present" : "absent" },
    ...doors.map((door) => ({ ...door, name: door.what })),
    {
      name: "The page asks to be paid",
      url,
      note: payment.asked ? [payment.how, payment.detail].filter(Boolean).join(": ") : "It answers without.",
      state: payment.asked ? "present" : "absent",
    },
  ];
}

function ruleRow({ id, title, what, points, got }: AiReadinessAnswer["rules"][number]) {
  const rule = (
    <>
      {title}
      <div className="text-1 leading-4.5 text-ink-3">{what}</div>
    </>
  );
  const share = <span className="num whitespace-nowrap">{got === null ? "not measured" : `${got} of ${points}`}</span>;
  return { key: id, cells: [rule, share] };
}
