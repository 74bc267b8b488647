import type { Check, CheckGroup } from "../answer/shape";
import type { Facts } from "../facts";

export type Severity = Check["severity"];

/** What a check found. `severity` where it differs from the rule's own, `survives` only where a power was judged. */
export type Finding = {
  status: Check["status"];
  evidence: Check["evidence"];
  severity?: Severity;
  survives?: boolean | null;
};

export type Rule = {
  id: string;
  group: CheckGroup;
  /** What is true when the check passes. */
  title: string;
  /** The same thing failing, as a part of a sentence. */
  failing: string;
  severity: Severity;
  judge: (facts: Facts) => Finding;
};

export function applyRule({ id, group, title, severity, judge }: Rule, facts: Facts): Check {
  const finding = judge(facts);
  return {
    id,
    group,
    title,
    status: finding.status,
    severity: finding.severity ?? severity,
    evidence: finding.evidence,
    survives_renounce: finding.survives ?? null,
  };
}

type Where = Omit<Finding["evidence"], "text">;

export const passes = (text: string, where: Where = {}): Finding => ({ status: "pass", evidence: { text, ...where } });
export const fails = (text: string, where: Where = {}): Finding => ({ status: "fail", evidence: { text, ...where } });
export const unknown = (text: string, where: Where = {}): Finding => ({ status: "unknown", evidence: { text, ...where } });
export const needless = (text: string): Finding => ({ status: "not_applicable", evidence: { text } });
