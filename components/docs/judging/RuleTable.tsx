import type { CheckGroup } from "@/lib/safety/answer/shape";
import { POWER_TABLE } from "@/lib/safety/checks/powers";
import type { Rule, Severity } from "@/lib/safety/checks/rule";
import { RULES } from "@/lib/safety/checks/rules";
import { DECISIVE } from "@/lib/safety/verdict";
import { DocTable } from "../DocTable";
import { Mono } from "../Mono";

const MEANING: Record<Severity, string> = {
  critical: "avoid",
  high: "avoid",
  medium: "caution",
  low: "a higher risk score, no other verdict",
  info: "nothing but a note",
};

/** The checks of one group, each with the anchor that answers link to. */
export function RuleTable({ group, label }: { group: CheckGroup; label: string }) {
  return (
    <DocTable
      label={label}
      rows={RULES.filter((rule) => rule.group === group).map((rule) => ({
        key: rule.id,
        id: rule.id,
        term: (
          <>
            {rule.title}
            <br />
            <span className="text-1 text-ink-3">
              <Mono>{rule.id}</Mono>
            </span>
          </>
        ),
        text: <RuleText rule={rule} />,
      }))}
    />
  );
}

function RuleText({ rule: { id, failing, severity } }: { rule: Rule }) {
  const weighed = POWER_TABLE.some((row) => row.id === id && row.weigh);
  return (
    <>
      When it fails, {failing}. That means <b>{MEANING[severity]}</b>
      {weighed ? ", or less or more: by who has the power and how far it goes" : ""}.
      {DECISIVE.has(id) ? " Decisive: where it can't be tried, there is no verdict." : ""}
    </>
  );
}
