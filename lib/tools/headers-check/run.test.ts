import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { scoreOf } from "./grade";
import { RULES, run } from "./run";
import { output } from "./schema";

let sample: SampleSite;
let site: Site;
let web: Web;
let sent: { status?: number; headers: Record<string, string | string[]>; body?: string } = { headers: {} };

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((_, answer) => {
    answer.writeHead(sent.status ?? 200, { "content-type": "text/html", ...sent.headers });
    answer.end(sent.body ?? "<title>x</title>");
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const check = async (url: string) => output.parse(await run({ url }, webContext(web)));
const send = (headers: Record<string, string | string[]>, body?: string) => {
  sent = { headers, ...(body === undefined ? {} : { body }) };
  return check(site.origin);
};
/** The same headers as a stranger's server over https would send them. */
const overHttps = (headers: Record<string, string>, setCookies: string[] = []) => {
  const look = { url: new URL("https://shop.example/"), headers, setCookies, metaPolicies: [], local: false };
  return Object.fromEntries(RULES.map((rule) => [rule.id, rule.mark(look)]));
};
const severityOf = (answer: { findings: { id: string; severity: string }[] }, id: string) =>
  answer.findings.find((one) => one.id === id)?.severity;

describe("the grade of a page's headers", () => {
  it("is an A where they are right, and says nothing to mend", async () => {
    const answer = await check(`${sample.origin}/secure`);
    expect(answer).toMatchObject({
      grade: "A",
      findings_left_out: 0,
      cookies: [{ name: "__Host-visit", secure: true, http_only: true, same_site: "lax" }],
    });
    expect(answer.findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
    // What can't be judged on this machine's own wire is left out of the sum.
    expect(answer.rules.filter(({ got, points }) => got === null && points > 0).map(({ id }) => id)).toEqual(["transport", "hsts"]);
  });

  it("is bad where they are careless, and every fault is named with its place", async () => {
    const answer = await check(`${sample.origin}/careless`);
    expect(["E", "F"]).toContain(answer.grade);
    for (const id of [
      "csp.script-src",
      "framing",
      "sniffing",
      "referrer",
      "leaks.server",
      "leaks.x-powered-by",
      "cookies.httponly",
      "cookies.none",
      "sharing",
    ]) {
      expect(
        answer.findings.map((one) => one.id),
        id,
      ).toContain(id);
    }
    for (const one of answer.findings.filter(({ severity }) => severity === "error"))
      expect([one.where, one.why, one.mend]).not.toContain(null);
    expect(JSON.stringify(answer)).not.toContain("0123456789abcdef");
  });

  it("follows the published rules, whose points are a hundred", async () => {
    const answer = await send({});
    expect(RULES.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(answer.score).toBe(scoreOf(answer.rules));
    expect(answer.grades.map(({ grade }) => grade)).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(answer.grades.find(({ from }) => answer.score >= from)?.grade).toBe(answer.grade);
  });

  it("is given to any answer, an error page too", async () => {
    sent = { status: 404, headers: { "x-frame-options": "DENY" } };
    expect(await check(site.origin)).toMatchObject({ page: { status: 404 } });
  });
});

describe("a stranger's https page", () => {
  it("has its HSTS judged by age and names", () => {
    const share = (value: string) => overHttps({ "strict-transport-security": value }).hsts?.share;
    expect(share("max-age=63072000; includeSubDomains; preload")).toBe(1);
    expect(share('max-age="31536000"')).toBe(0.85);
    expect(share("max-age=20000000; includeSubDomains")).toBe(0.7);
    expect(share("max-age=300")).toBe(0.3);
    expect(share("max-age=0; includeSubDomains")).toBe(0);
    expect(share("includeSubDomains")).toBe(0);
    expect(overHttps({}).hsts?.share).toBe(0);
  });

  it("loses both points of transport where it is http", () => {
    const look = { url: new URL("http://shop.example/"), headers: {}, setCookies: [], metaPolicies: [], local: false };
    const shares = RULES.slice(0, 2).map((rule) => rule.mark(look).share);
    expect(shares).toEqual([0, 0]);
  });

  it("has cookies held to their flags and to the promises of their names", () => {
    const marks = (line: string) => overHttps({}, [line]).cookies;
    expect(marks("a=1; Secure; HttpOnly; SameSite=Lax")).toMatchObject({ share: 1, findings: [{ severity: "pass" }] });
    expect(marks("sid=1; Secure; SameSite=Lax")).toMatchObject({ share: 0, findings: [{ id: "cookies.httponly", severity: "warning" }] });
    expect(marks("theme=1; Secure; SameSite=Lax")).toMatchObject({ share: 1, findings: [{ id: "cookies.httponly", severity: "notice" }] });
    expect(marks("a=1; HttpOnly; SameSite=None")?.findings).toMatchObject([{ id: "cookies.none", severity: "error" }]);
    expect(marks("__Host-a=1; Secure; HttpOnly; SameSite=Lax; Path=/; Domain=shop.example")?.findings).toMatchObject([
      { id: "cookies.prefix" },
    ]);
    expect(marks("__Secure-a=1; HttpOnly; SameSite=Lax")?.findings.map(({ id }) => id)).toEqual(["cookies.prefix", "cookies.secure"]);
  });
});

describe("one header", () => {
  it("Content-Security-Policy: none, only reporting, weak, strict, and in a meta tag", async () => {
    const got = (answer: Awaited<ReturnType<typeof send>>) => answer.rules.find(({ id }) => id === "csp")?.got;
    const strict =
      "script-src 'nonce-aGVsbG9oZWxsb2hlbGxv' 'strict-dynamic'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";
    expect(got(await send({}))).toBe(0);
    expect(got(await send({ "content-security-policy-report-only": strict }))).toBe(3.8);
    expect(got(await send({ "content-security-policy": "script-src 'unsafe-inline'" }))).toBe(7.5);
    expect(got(await send({ "content-security-policy": strict }))).toBe(25);
    expect(got(await send({}, `<meta http-equiv="Content-Security-Policy" content="${strict}">`))).toBe(25);
    // All policies hold together, so the strictest decides.
    expect(got(await send({ "content-security-policy": ["script-src *", strict] }))).toBe(25);
  });

  it("framing: the newer header decides, odd values are none", async () => {
    const framing = async (headers: Record<string, string>) => severityOf(await send(headers), "framing");
    expect(await framing({ "x-frame-options": "sameorigin" })).toBe("pass");
    expect(await framing({ "x-frame-options": "DENY, DENY" })).toBe("pass");
    expect(await framing({ "x-frame-options": "ALLOW-FROM https://a.example" })).toBe("error");
    expect(await framing({ "x-frame-options": "DENY", "content-security-policy": "frame-ancestors *" })).toBe("error");
    expect(await framing({ "content-security-policy": "default-src 'self'; frame-ancestors https://a.example" })).toBe("pass");
  });

  it("Referrer-Policy: the last known value counts", async () => {
    const referrer = async (value: string) => severityOf(await send({ "referrer-policy": value }), "referrer");
    expect(await referrer("no-referrer, strict-origin-when-cross-origin")).toBe("pass");
    expect(await referrer("strict-origin, unsafe-url")).toBe("error");
    expect(await referrer("no-referrer, made-up")).toBe("pass");
    expect(await referrer("made-up")).toBe("warning");
  });

  it("X-XSS-Protection: 0 is no fault", async () => {
    expect(severityOf(await send({ "x-xss-protection": "0" }), "outdated.x-xss-protection")).toBeUndefined();
    expect(severityOf(await send({ "x-xss-protection": "1; mode=block" }), "outdated.x-xss-protection")).toBe("notice");
  });
});

it("hostile headers cost little and say little", async () => {
  const began = performance.now();
  const answer = await send({
    "content-security-policy": `script-src ${Array.from({ length: 5_000 }, (_, n) => `a${n}.b`).join(" ")}`,
    "set-cookie": Array.from({ length: 200 }, (_, n) => `session${n}=secret`),
    server: "x/1 ".repeat(500),
  });
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(answer.cookies.length).toBe(30);
  expect(JSON.stringify(answer).length).toBeLessThan(60_000);
  expect(JSON.stringify(answer)).not.toContain("secret");
});
