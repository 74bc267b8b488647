import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { type Finding as CspFinding, Severity as CspSeverity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import type { Finding } from "../../../web/schema";
import { found, type Look, type Marked, marked, type Rule, shown } from "../rule";

const HEADER = "content-security-policy";
const MEND = "Start with Content-Security-Policy: script-src 'nonce-…' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
const WHY = "It is what stops a script that somebody smuggled into the page.";
/** A policy that nobody reads to its end is not judged to its end either. */
const LONGEST = 8_000;
const MOST_POLICIES = 5;

type Judged = { where: string; policy: string; worst: CspSeverity; findings: CspFinding[] };

export const csp: Rule = {
  id: "csp",
  title: "Runs only its own scripts",
  what: "By csp_evaluator: all points where it finds no serious fault, 70 % with middling ones, 30 % with a grave one, 15 % for a policy that only reports, none without a policy. Of several policies the strictest counts.",
  points: 25,
  mark: (look) => {
    const policies = policiesOf(look);
    const [best] = policies.map(judge).sort((a, b) => b.worst - a.worst);
    if (best) return markOf(best);
    const only = look.headers[`${HEADER}-report-only`];
    if (only) {
      const where = `${HEADER}-report-only: ${shown(only)}`;
      return marked(
        0.15,
        found("warning", "csp", "The policy only reports; nothing is stopped.", {
          where,
          why: WHY,
          mend: "Send the same as Content-Security-Policy once the reports are quiet.",
        }),
      );
    }
    return marked(0, found("error", "csp", "There is no Content-Security-Policy.", { where: HEADER, why: WHY, mend: MEND }));
  },
};

function policiesOf({ headers, metaPolicies }: Look): { where: string; policy: string }[] {
  const sent = (headers[HEADER] ?? "").split(",").map((policy) => ({ where: HEADER, policy: policy.trim() }));
  const written = metaPolicies.map((policy) => ({ where: `meta ${HEADER}`, policy: policy.trim() }));
  return [...sent, ...written].filter(({ policy }) => policy !== "").slice(0, MOST_POLICIES);
}

function judge({ where, policy }: { where: string; policy: string }): Judged {
  const findings = new CspEvaluator(new CspParser(policy.slice(0, LONGEST)).csp).evaluate();
  const worst = findings.reduce((least, one) => Math.min(least, one.severity), CspSeverity.NONE);
  return { where, policy, worst, findings };
}

function markOf({ where, policy, worst, findings }: Judged): Marked {
  const share = worst <= CspSeverity.HIGH ? 0.3 : worst <= CspSeverity.MEDIUM ? 0.7 : 1;
  const told = findings.map((one) => toFinding(one, where));
  if (policy.length > LONGEST)
    told.push(found("notice", "csp.length", `The policy has ${policy.length} characters; ${LONGEST} were read.`, { where }));
  if (share === 1) told.unshift(found("pass", "csp", "The policy has no serious fault.", { where: `${where}: ${shown(policy)}` }));
  return { share, findings: told };
}

function toFinding({ severity, directive, value, description }: CspFinding, where: string): Finding {
  const place = `${where}: ${shown(`${directive} ${value ?? ""}`.trim())}`;
  const level = severity <= CspSeverity.HIGH ? "error" : severity <= CspSeverity.MEDIUM ? "warning" : "notice";
  return found(level, `csp.${directive || "policy"}`.slice(0, 80), description.replaceAll(/\s+/g, " ").slice(0, 300), {
    where: place,
    why: level === "notice" ? null : WHY,
    mend: level === "notice" ? null : mendFor(directive, value),
  });
}

function mendFor(directive: string, value: string | undefined): string {
  if (!value) return `Set ${shown(directive) || "it"}: 'none' where nothing is needed, else the sources that are.`;
  if (value === "'unsafe-inline'") return "Give the page's own scripts a nonce or a hash instead.";
  if (value === "'unsafe-eval'") return "Take it out, and the code that needs it.";
  return `Take ${shown(value)} out of ${shown(directive)}, or name exactly what is needed.`;
}
