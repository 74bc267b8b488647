import type { Facts } from "../facts";
import type { AddressCheck } from "../schema";

/** What a rule finds out; `severity` where it differs from the usual one. */
export type Found = {
  status: AddressCheck["status"];
  text: string;
  severity?: AddressCheck["severity"];
  selector?: string;
  address?: string;
};

export type Rule = {
  id: string;
  /** What is true when it passes. */
  title: string;
  severity: AddressCheck["severity"];
  /** The summary's words when it fails. */
  failing: string;
  find: (facts: Facts) => Found;
};

export function applyRule({ id, title, severity, find }: Rule, facts: Facts): AddressCheck {
  const { status, text, severity: own, selector, address } = find(facts);
  return {
    id,
    title,
    status,
    severity: own ?? severity,
    evidence: { text, ...(selector ? { selector } : {}), ...(address ? { address } : {}) },
  };
}
