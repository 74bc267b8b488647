import type { SeoAuditAnswer, SeoIssue } from "@/lib/tools/seo-audit/schema";
import { byReason, CATEGORY_WORDS, spotWords } from "./seoWords";

const TITLES = { error: "Errors", warning: "Warnings", notice: "Notices" } as const;

/** The report in Markdown, for a mail or a ticket. */
export function reportText(answer: SeoAuditAnswer): string {
  const { url, summary, score, issues, not_measured, pages } = answer;
  const parts = score.categories.map(({ id, weight, score: own }) => `| ${CATEGORY_WORDS[id]} | ${weight} | ${own ?? "not judged"} |`);
  const levels = (["error", "warning", "notice"] as const).flatMap((level) => {
    const own = issues.filter((issue) => issue.level === level);
    return own.length === 0 ? [] : [`## ${TITLES[level]}`, ...own.map(issueText)];
  });
  return [
    `# SEO audit of ${plain(url)}`,
    `${summary} Read on ${pages[0]?.fetched_at ?? "an unknown day"}.`,
    ["| Part | Weight | Score |", "| --- | ---: | ---: |", ...parts].join("\n"),
    ...levels,
    "## Not measured",
    byReason(not_measured)
      .map(({ why, ids }) => `- ${ids.join(", ")}: ${why}`)
      .join("\n"),
  ].join("\n\n");
}

function issueText({ title, why, mend, where, where_left_out }: SeoIssue): string {
  const places = where.map((place) => {
    const spot = [place.page ? plain(place.page) : null, spotWords(place)].filter(Boolean).join(", ");
    return `- ${code(place.text)}${spot ? ` at ${code(spot)}` : ""}`;
  });
  const left = where_left_out > 0 ? [`- and ${where_left_out} more`] : [];
  return [`### ${title}`, `${why} **Mend:** ${mend}`, [...places, ...left].join("\n")].join("\n\n");
}

/** What a stranger wrote must not become mark-up of the report. */
function code(text: string): string {
  return `\`${plain(text).replaceAll("`", "´")}\``;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
