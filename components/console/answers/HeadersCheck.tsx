import type { HeadersCheckAnswer } from "@/lib/tools/headers-check/schema";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Details } from "./parts/Details";
import { Findings } from "./parts/Findings";
import { fetchedFacts } from "./parts/fetchedFacts";
import { Grade, GradeRuler } from "./parts/Grade";
import { PartTable } from "./parts/PartTable";

/** The answer of headers-check: the grade, what to mend, and how it was graded. */
export function HeadersCheck({ answer }: { answer: HeadersCheckAnswer }) {
  const { page, grade, score, summary, findings, findings_left_out, rules, grades, headers } = answer;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Grade grade={grade} />}
        summary={summary}
        facts={[page.url, ...fetchedFacts(page)]}
        side={<GradeRuler grade={grade} score={score} />}
      />
      <Findings findings={findings} leftOut={findings_left_out} />
      <Details summary="How it is graded">
        <PartTable label="How it is graded" columns={RULE_COLUMNS} rows={rules.filter(({ points }) => points > 0).map(ruleRow)} />
        <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
          {grades.map((one) => `${one.grade} from ${one.from}`).join(" · ")}
        </p>
      </Details>
      {headers.length > 0 ? (
        <Details summary="The headers as sent">
          <pre className="num border-t border-line px-4 py-3 text-1 leading-4.5 whitespace-pre-wrap [overflow-wrap:anywhere] md:px-5">
            {headers.map(({ name, value }) => `${name}: ${value}`).join("\n")}
          </pre>
        </Details>
      ) : null}
    </Panel>
  );
}

const RULE_COLUMNS = [{ label: "Rule" }, { label: "Points", right: true, className: "w-24" }];

function ruleRow({ id, title, what, points, got }: HeadersCheckAnswer["rules"][number]) {
  const rule = (
    <>
      {title}
      <div className="text-1 leading-4.5 text-ink-3">{what}</div>
    </>
  );
  const share = <span className="num whitespace-nowrap">{got === null ? "not measured" : `${got} of ${points}`}</span>;
  return { key: id, cells: [rule, share] };
}
