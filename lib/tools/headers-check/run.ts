import { cleanText } from "../../cleanText";
import { fetchedOf } from "../../web/fetchedOf";
import { metaTags } from "../../web/head/metaTags";
import { type Page, readPage } from "../../web/readPage";
import { bySeverity, countWords } from "../../web/severities";
import type { ToolContext } from "../define";
import { cookies } from "./checks/cookies";
import { csp } from "./checks/csp";
import { framing } from "./checks/framing";
import { hsts } from "./checks/hsts";
import { isolation } from "./checks/isolation";
import { leaks } from "./checks/leaks";
import { outdated } from "./checks/outdated";
import { permissions } from "./checks/permissions";
import { referrer } from "./checks/referrer";
import { sharing } from "./checks/sharing";
import { sniffing } from "./checks/sniffing";
import { transport } from "./checks/transport";
import { GRADES, gradeOf, scoreOf } from "./grade";
import { readCookie } from "./readCookie";
import type { Look, Rule } from "./rule";
import type { HeadersCheckAnswer, HeadersCheckInput } from "./schema";

export const RULES: readonly Rule[] = [
  ...[transport, hsts, csp, framing, sniffing, referrer, permissions, isolation, cookies, leaks],
  ...[sharing, outdated],
];

const MOST_FINDINGS = 80;
const MOST_COOKIES = 30;
const LOOKED_AT =
  /^(content-security-policy|strict-transport|x-frame|x-content-type|referrer-policy|permissions-policy|feature-policy|cross-origin-|access-control-allow|server$|x-powered|x-asp|x-generator|x-xss|public-key|expect-ct|cache-control$|content-type$)/;

/** Asks the page once, and marks what came with it. */
export async function run(input: HeadersCheckInput, ctx: ToolContext): Promise<HeadersCheckAnswer> {
  const page = await readPage(ctx.web, input.url, { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 });
  const look = lookOf(page);
  const marks = RULES.map((rule) => ({ rule, ...rule.mark(look) }));
  const rules = marks.map(({ rule, share }) => ({
    id: rule.id,
    title: rule.title,
    what: rule.what,
    points: rule.points,
    got: share === null ? null : Math.round(rule.points * share * 10) / 10,
  }));
  const findings = bySeverity(marks.flatMap((mark) => mark.findings));
  const score = scoreOf(rules);
  return {
    page: fetchedOf(page.answer),
    grade: gradeOf(score),
    score,
    summary: summaryOf(gradeOf(score), findings),
    findings: findings.slice(0, MOST_FINDINGS),
    findings_left_out: Math.max(0, findings.length - MOST_FINDINGS),
    rules,
    grades: [...GRADES],
    headers: Object.entries(look.headers)
      .filter(([name]) => LOOKED_AT.test(name))
      .map(([name, value]) => ({ name, value: cleanText(value, 1_000) })),
    cookies: look.setCookies.slice(0, MOST_COOKIES).map((line) => {
      const { name, secure, httpOnly, sameSite, domain } = readCookie(line);
      return { name, secure, http_only: httpOnly, same_site: sameSite, domain };
    }),
  };
}

function lookOf({ answer, html }: Page): Look {
  const url = new URL(answer.url);
  const tags = html ? metaTags(html.$) : [];
  return {
    url,
    headers: answer.headers,
    setCookies: answer.setCookies,
    metaPolicies: tags.filter(({ kind, key }) => kind === "http-equiv" && key === "content-security-policy").map(({ content }) => content),
    local: /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname),
  };
}

function summaryOf(grade: HeadersCheckAnswer["grade"], findings: HeadersCheckAnswer["findings"]): string {
  const worst = findings.find(({ severity }) => severity === "error") ?? findings.find(({ severity }) => severity === "warning");
  if (!worst) return grade === "A" ? "The headers are as they should be." : "Nothing is wrong, and some protection is left unused.";
  return `${countWords(findings)}. The first to mend: ${worst.title}`;
}
