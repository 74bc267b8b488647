import type { Check } from "../answer/shape";
import { applyRule } from "../checks/rule";
import { RULES } from "../checks/rules";
import type { Facts } from "../facts";

/** One check of these facts. */
export function judge(id: string, facts: Facts): Check {
  const rule = RULES.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return applyRule(rule, facts);
}

/** The same, as `status severity`. */
export function outcome(id: string, facts: Facts): string {
  const { status, severity } = judge(id, facts);
  return `${status} ${severity}`;
}
