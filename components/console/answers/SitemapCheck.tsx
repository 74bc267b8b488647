import type { SitemapCheckAnswer } from "@/lib/tools/sitemap-check/schema";
import { formatMs } from "../../ui/formatMs";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Findings } from "./parts/Findings";
import { sizeWords } from "./parts/fetchedFacts";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { worstOf } from "./parts/severityLook";

type File = SitemapCheckAnswer["files"][number];
type Page = SitemapCheckAnswer["sample"][number];

const PAGE: Record<Page["verdict"], { tone: Tone; word: string }> = {
  ok: { tone: "good", word: "OK" },
  redirect: { tone: "warn", word: "Redirect" },
  missing: { tone: "bad", word: "Missing" },
  error: { tone: "bad", word: "Error" },
  noindex: { tone: "warn", word: "Noindex" },
  forbidden: { tone: "none", word: "Forbidden" },
  not_asked: { tone: "unknown", word: "Not asked" },
};

/** The answer of sitemap-check: what is wrong, the files, and the pages that were asked. */
export function SitemapCheck({ answer }: { answer: SitemapCheckAnswer }) {
  const { files, sample, entries, findings } = answer;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead verdict={<Mark {...worstOf(findings)} large />} summary={answer.summary} facts={factsOf(answer)} />
      <Findings findings={findings} />
      <PartTable
        label="Files"
        columns={[{ label: "File" }, { label: "Entries", right: true }, { label: "Size", right: true, wide: true }]}
        rows={files.map((file) => ({
          key: file.url,
          cells: [
            <FileCell key="file" file={file} />,
            <Num key="entries">{file.entries.toLocaleString("en")}</Num>,
            <Num key="size">{sizeWords(file.bytes)}</Num>,
          ],
        }))}
      />
      {sample.length > 0 ? (
        <PartTable
          label="Pages that were asked"
          columns={[
            { label: "Answer", className: "w-32" },
            { label: `${sample.length} of ${entries.distinct.toLocaleString("en")} pages` },
            { label: "Time", right: true, wide: true },
          ]}
          rows={sample.map((page) => ({
            key: page.url,
            cells: [
              <Mark key="verdict" {...PAGE[page.verdict]} />,
              <div key="page" className="[overflow-wrap:anywhere]">
                <span className="num text-1">{page.url}</span>
                {page.note ? <div className="text-1 leading-4.5 text-ink-3">{page.note}</div> : null}
              </div>,
              <Num key="ms">{page.ms === null ? "–" : formatMs(page.ms)}</Num>,
            ],
          }))}
        />
      ) : null}
    </Panel>
  );
}

function Num({ children }: { children: string }) {
  return <span className="num whitespace-nowrap">{children}</span>;
}

function FileCell({ file }: { file: File }) {
  const facts = [
    file.kind === "none" ? "no sitemap" : file.kind,
    file.status,
    file.packed ? "packed" : null,
    file.cut ? "read in part" : null,
  ];
  return (
    <div className="[overflow-wrap:anywhere]">
      <span className="num text-1">{file.url}</span>
      <div className="text-1 leading-4.5 text-ink-3">
        {facts.filter(Boolean).join(" · ")}
        {file.fault ? <> · {file.fault}</> : null}
      </div>
    </div>
  );
}

function factsOf({ found_by, entries, files_left_out }: SitemapCheckAnswer): (string | null)[] {
  const from = { given: "as given", "robots.txt": "found by robots.txt", "usual address": "found at a usual address", nowhere: null }[
    found_by
  ];
  const listed = entries.listed.toLocaleString("en");
  return [
    from,
    `${listed}${entries.at_least ? " or more" : ""} ${entries.listed === 1 ? "entry" : "entries"}`,
    entries.newest_lastmod ? `newest ${entries.newest_lastmod}` : null,
    entries.oldest_lastmod ? `oldest ${entries.oldest_lastmod}` : null,
    files_left_out > 0 ? `${files_left_out.toLocaleString("en")} files not read` : null,
  ];
}
