import type { SeoAuditAnswer } from "@/lib/tools/seo-audit/schema";
import { PartTable } from "../parts/PartTable";
import { CATEGORY_WORDS } from "./seoWords";

const COLUMNS = [
  { label: "Part" },
  { label: "Weight", right: true, className: "w-20" },
  { label: "Taken", right: true, className: "w-20" },
  { label: "Score", right: true, className: "w-24" },
];

/** The arithmetic of the score, so that a reader can make it again. */
export function ScoreDetails({ score }: Pick<SeoAuditAnswer, "score">) {
  const { categories, made, before_cap, value, capped_by } = score;
  const figure = (text: string | number) => <span className="num">{text}</span>;
  return (
    <>
      <PartTable
        label="How the score is made"
        columns={COLUMNS}
        rows={categories.map(({ id, weight, taken, score: own }) => ({
          key: id,
          cells: [CATEGORY_WORDS[id], figure(weight), figure(taken), figure(own ?? "not judged")],
        }))}
      />
      <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-2 md:px-5">
        {made}
        {before_cap > value ? ` Here it would be ${before_cap}, and is ${value} because of ${capped_by.join(", ")}.` : ""}
      </p>
    </>
  );
}
