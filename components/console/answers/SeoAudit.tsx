import type { ReactNode } from "react";
import type { SeoAuditAnswer } from "@/lib/tools/seo-audit/schema";
import { formatMs } from "../../ui/formatMs";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Ruler } from "./parts/Ruler";
import { Issues } from "./seo/Issues";
import { PageFacts } from "./seo/PageFacts";
import { ScoreBars } from "./seo/ScoreBars";
import { ScoreDetails } from "./seo/ScoreDetails";
import { SiteFacts } from "./seo/SiteFacts";
import { byReason, pathOf, scoreLook } from "./seo/seoWords";

/** The answer of seo-audit: a report that one would forward. */
export function SeoAudit({ answer }: { answer: SeoAuditAnswer }) {
  const { score, pages, site, not_measured } = answer;
  const { color, ...look } = scoreLook(score.value);
  const [start] = pages;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...look} large />}
        summary={answer.summary}
        facts={factsOf(answer)}
        side={<Ruler score={score.value} color={color} word="of 100" direction="higher is better" />}
      />
      <ScoreBars categories={score.categories} />
      <Issues answer={answer} />
      {pages.length > 1 || answer.pages_missed.length > 0 ? <Pages answer={answer} /> : null}
      <div className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
        <h3 className="font-strong text-ink">Not measured</h3>
        <ul>
          {byReason(not_measured).map(({ why, ids }) => (
            <li key={why}>
              <span className="num text-1">{ids.join(", ")}</span>: {why}
            </li>
          ))}
        </ul>
      </div>
      {start ? (
        <More summary={pages.length > 1 ? "What the first page says" : "What the page says"}>
          <PageFacts page={start} />
        </More>
      ) : null}
      <More summary="What the site says">
        <SiteFacts site={site} />
      </More>
      <More summary="How the score is made">
        <ScoreDetails score={score} />
      </More>
    </Panel>
  );
}

function factsOf({ url, pages: [start], requests }: SeoAuditAnswer): (string | null)[] {
  if (!start) return [url];
  return [
    url,
    `read ${start.fetched_at.slice(0, 16).replace("T", " ")} UTC`,
    start.age_seconds > 0 ? `kept for ${start.age_seconds} s` : `first byte ${formatMs(start.first_byte_ms)}`,
    `${requests} requests`,
  ];
}

const PAGE_COLUMNS = [
  { label: "Page" },
  { label: "Words", right: true, wide: true, className: "w-20" },
  { label: "First byte", right: true, wide: true, className: "w-24" },
  { label: "To mend", right: true, className: "w-20" },
];

function Pages({ answer: { pages, pages_missed, issues } }: { answer: SeoAuditAnswer }) {
  const figure = (text: string | number) => <span className="num whitespace-nowrap">{text}</span>;
  const read = pages.map(({ url, title, words, first_byte_ms }) => ({
    key: url,
    cells: [
      <PageName key="page" url={url} note={title ?? "no title"} />,
      figure(words.toLocaleString("en")),
      figure(formatMs(first_byte_ms)),
      figure(issues.filter((issue) => issue.pages?.includes(url)).length),
    ],
  }));
  const missed = pages_missed.map(({ url, why }) => ({
    key: `missed ${url}`,
    cells: [
      <PageName key="page" url={url} note={why} />,
      "–",
      "–",
      <span key="mark" className="text-ink-3">
        not read
      </span>,
    ],
  }));
  return <PartTable label="Pages" columns={PAGE_COLUMNS} rows={[...read, ...missed]} />;
}

function PageName({ url, note }: { url: string; note: string }) {
  return (
    <div className="[overflow-wrap:anywhere]">
      <span className="num">{pathOf(url)}</span>
      <div className="text-1 leading-4.5 text-ink-3">{note}</div>
    </div>
  );
}

function More({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="break-inside-avoid border-t border-line">
      <summary className="cursor-pointer px-4 py-3 text-2 text-ink-2 hover:bg-hover md:px-5">{summary}</summary>
      {children}
    </details>
  );
}
