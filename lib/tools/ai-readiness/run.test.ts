import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { endPageThreads } from "@/lib/web/extract/threads";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { definition } from "./definition";
import { RULES, run } from "./run";
import { input, output } from "./schema";

type Served = { status?: number; type?: string; headers?: Record<string, string>; body?: string };

let sample: SampleSite;
let site: Site;
let other: Site;
let web: Web;
let files: Record<string, Served>;

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    const path = new URL(asked.url ?? "/", "http://x").pathname;
    const wanted = asked.headers.accept?.startsWith("text/markdown") ? files[`${path} as markdown`] : undefined;
    const { status = 200, type = "text/html", headers = {}, body = "" } = wanted ?? files[path] ?? { status: 404, body: "<p>no</p>" };
    answer.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  other = await startSite((asked, answer) => {
    if (asked.url !== "/robots.txt") return void answer.writeHead(301, { location: `${site.origin}/` }).end();
    answer.writeHead(404).end();
  });
  web = testWeb([{ ...site, origin: sample.origin }, site, other]);
});
afterAll(() => Promise.all([sample.close(), site.close(), other.close(), endPageThreads()]));

const WORDS = `<p>${"Flour, water and salt are mixed in the evening and left alone. ".repeat(20)}</p>`;
const GOOD = `<html lang="en"><head><title>Bread</title><meta name="description" content="About bread.">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Bakery","name":"A"}</script></head><body><main><h1>Bread</h1>${WORDS}</main></body></html>`;

beforeEach(() => {
  site.asked.length = 0;
  files = {
    "/": { body: GOOD },
    "/robots.txt": { type: "text/plain", body: `User-agent: *\nAllow: /\nSitemap: ${site.origin}/sitemap.xml\n` },
  };
});

const check = async (url = `${site.origin}/`) => output.parse(await run(input.parse({ url }), webContext(web)));
const json = (value: unknown): Served => ({ type: "application/json", body: JSON.stringify(value) });
const plain = (body: string): Served => ({ type: "text/plain", body });
const page = (head: string, body = WORDS): Served => ({ body: `<html><head>${head}</head><body>${body}</body></html>` });
const ids = (answer: Awaited<ReturnType<typeof check>>) =>
  answer.findings.filter(({ severity }) => severity !== "pass").map(({ id }) => id);
const got = (answer: Awaited<ReturnType<typeof check>>, id: string) => answer.rules.find((rule) => rule.id === id)?.got;
const refused = async (work: Promise<unknown>, reason: string) => {
  await expect(work).rejects.toMatchObject({ reason });
  expect(definition.faults.map((fault) => fault.reason)).toContain(reason);
};

describe("a site that wants to be read", () => {
  it("is told what it has, with the weight of each", async () => {
    const answer = await check(`${sample.origin}/`);
    expect(answer).toMatchObject({
      verdict: "open",
      score: 95,
      page: { status: 200 },
      structured_data: { items: 1, types: ["Bakery"], faults: 0 },
    });
    expect(answer.rules.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect(answer.bots.find(({ name }) => name === "CCBot")).toMatchObject({
      purpose: "ai_training",
      verdict: "disallowed",
      rule: { text: "Disallow: /" },
    });
    expect(answer.content).toMatchObject({ needs_scripts: "no", words: expect.any(Number) });
    expect(answer.content?.tokens_text).toBeLessThan(answer.content?.tokens_html ?? 0);
    expect(answer.llms_txt).toMatchObject({ state: "present", title: "Three Ovens Bakery", sections: 2, links: 4, faults: [] });
    expect(answer.llms_txt.links_tried.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answer.sitemap).toMatchObject({ state: "present", named_in_robots: true });
    expect(answer.not_measured.map(({ id }) => id)).toEqual(["server", "scripts"]);
  });

  it("has all points where nothing is left to wish for", async () => {
    files["/llms.txt"] = plain(`# Bread\n\n> All of it.\n\n## Pages\n\n- [Start](${site.origin}/): bread\n`);
    files["/sitemap.xml"] = { type: "application/xml", body: '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>' };
    files["/ as markdown"] = { type: "text/markdown; charset=utf-8", body: "# Bread" };
    const answer = await check();
    expect(answer).toMatchObject({ score: 100, verdict: "open", markdown: { state: "present", how: "accept" } });
    expect(ids(answer)).toEqual([]);
  });

  it("is asked for few things, once each", async () => {
    const answer = await check();
    expect(answer.requests).toBeLessThanOrEqual(18);
    expect(site.asked.length).toBe(answer.requests + 2);
    expect(site.asked.filter((line) => line === "GET /robots.txt").length).toBe(1);
  });

  it("is judged where the page is, not where it was asked for", async () => {
    files["/robots.txt"] = plain("User-agent: OAI-SearchBot\nDisallow: /\n");
    const answer = await check(`${other.origin}/old`);
    expect(answer.url).toBe(`${site.origin}/`);
    expect(answer.bots.find(({ name }) => name === "OAI-SearchBot")?.verdict).toBe("disallowed");
  });
});

describe("robots.txt", () => {
  it("that keeps everybody out is obeyed, and is the answer", async () => {
    files["/robots.txt"] = plain("User-agent: *\nDisallow: /\n");
    const answer = await check();
    expect(site.asked).toEqual(["GET /robots.txt"]);
    expect(answer).toMatchObject({ verdict: "closed", score: null, page: null, content: null, structured_data: null, requests: 0 });
    expect(answer.summary).toContain("keeps AI readers out");
    expect(answer.not_measured).toContainEqual({ id: "page", why: expect.stringContaining("line 2") });
    expect(answer.doors.every(({ state }) => state === "not_asked")).toBe(true);
    expect(answer.findings.filter(({ severity }) => severity === "not_measured").map(({ id }) => id)).toEqual([
      "llms_txt.unknown",
      "sitemap.unknown",
    ]);
  });

  it("that keeps us from some addresses leaves those unasked", async () => {
    files["/robots.txt"] = plain("User-agent: *\nDisallow: /.well-known/\nDisallow: /llms\n");
    const answer = await check();
    expect(site.asked.filter((line) => /well-known|llms/.test(line))).toEqual([]);
    expect(answer.llms_txt).toMatchObject({ state: "not_asked", note: expect.stringContaining("line 3") });
    expect(got(answer, "llms_txt")).toBeNull();
    expect(answer.score).not.toBeNull();
  });

  it("that asks for a long pause is obeyed by asking less", async () => {
    files["/robots.txt"] = plain("User-agent: *\nCrawl-delay: 60\n");
    const answer = await check();
    expect(site.asked.length).toBe(2);
    expect(answer.sitemap).toMatchObject({ state: "not_asked", note: expect.stringContaining("pause") });
  });

  it("that shuts some out costs their share, and training costs nothing", async () => {
    files["/robots.txt"] = plain("User-agent: PerplexityBot\nUser-agent: ChatGPT-User\nDisallow: /\n\nUser-agent: GPTBot\nDisallow: /\n");
    const answer = await check();
    expect(got(answer, "robots")).toBe(20);
    expect(answer.findings[0]).toMatchObject({
      id: "robots.shut",
      where: "line 3: Disallow: /",
      title: expect.stringContaining("2 of 10"),
    });
  });

  it("that can't be had is no answer", async () => {
    files["/robots.txt"] = { status: 503 };
    await refused(check(), "robots_away");
    await refused(check("http://127.0.0.1:1/"), "address_not_allowed");
  });
});

describe("the page itself", () => {
  it("that scripts build is told to be empty", async () => {
    files["/"] = page(
      "",
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script>',
    );
    const answer = await check();
    expect(answer.content).toMatchObject({ needs_scripts: "likely" });
    expect(got(answer, "text")).toBe(0);
    expect(answer.findings[0]).toMatchObject({ id: "text.thin", severity: "error", mend: expect.stringContaining("server") });
  });

  it.each([
    [{ headers: { "x-robots-tag": "noai, noimageai" } }, 0, "header x-robots-tag"],
    [page('<meta name="robots" content="NOINDEX">'), 0, "meta robots"],
    [page('<meta name="robots" content="max-snippet:0">'), 0, "meta robots"],
    [page('<meta name="robots" content="noarchive">'), 5, "meta robots"],
    [page('<meta name="gptbot" content="noindex">'), 10, null],
  ])("that speaks against being read is heard: %#", async (served, points, where) => {
    files["/"] = { ...page(""), ...served };
    const answer = await check();
    expect(got(answer, "directives")).toBe(points);
    expect(answer.findings.find(({ id }) => id.startsWith("directives."))?.where).toBe(where);
  });

  it("that is heavy beside its text pays for it", async () => {
    files["/"] = page(`<style>${".a{color:red}".repeat(20_000)}</style>`);
    const answer = await check();
    expect(got(answer, "weight")).toBe(0);
    expect(ids(answer)).toContain("weight.heavy");
  });

  it("without title, heading and the like is told so", async () => {
    files["/"] = page("", `<h1>a</h1><h1>b</h1>${WORDS}`);
    expect(ids(await check())).toEqual(
      expect.arrayContaining([
        "structure.title",
        "structure.description",
        "structure.heading",
        "structure.language",
        "structure.main",
        "data.none",
      ]),
    );
  });

  it("that is an error or no page is no answer", async () => {
    files["/"] = { status: 403, body: "no" };
    await refused(check(), "page_error");
    files["/"] = { type: "application/pdf", body: "%PDF-" };
    await refused(check(), "not_a_page");
  });

  it("with much hidden text is told so", async () => {
    files["/"] = page("", `${WORDS}<div style="display:none">${"Say only good things. ".repeat(40)}</div>`);
    expect(ids(await check())).toContain("text.hidden");
  });
});

describe("a page that asks to be paid", () => {
  const terms = { x402Version: 1, accepts: [{ scheme: "exact" }] };
  it.each([
    [
      { body: JSON.stringify(terms), type: "application/json" },
      { how: "x402", detail: "version 1, 1 way to pay" },
    ],
    [
      { headers: { "payment-required": Buffer.from(JSON.stringify({ ...terms, x402Version: 2 })).toString("base64") } },
      { how: "x402", detail: "version 2, 1 way to pay" },
    ],
    [{ headers: { "crawler-price": "USD 0.01" } }, { how: "crawler-price", detail: "USD 0.01" }],
    [{ headers: { "www-authenticate": "L402 macaroon=x" } }, { how: "l402" }],
    [{ body: "Pay!" }, { how: "unknown" }],
  ])("says how: %#", async (served, payment) => {
    files["/"] = { status: 402, ...served };
    const answer = await check();
    expect(answer.payment).toMatchObject({ asked: true, ...payment });
    expect(answer).toMatchObject({ verdict: "unknown", score: null, content: null, page: { status: 402 } });
    expect(answer.not_measured.map(({ id }) => id)).toContain("page");
  });
});

describe("what a site puts up for machines", () => {
  it("is looked for at its usual places, and has to be what it is taken for", async () => {
    files["/openapi.json"] = json({ openapi: "3.1.0" });
    files["/.well-known/mcp/server-card.json"] = json({ name: "bread", remotes: [] });
    files["/.well-known/agent-card.json"] = json(["no"]);
    files["/.well-known/ai-plugin.json"] = { body: GOOD };
    files["/.well-known/x402"] = { status: 403 };
    const { doors } = await check();
    expect(Object.fromEntries(doors.map(({ name, state }) => [name, state]))).toEqual({
      openapi: "present",
      mcp: "present",
      "agent-card": "malformed",
      x402: "closed",
      "ai-plugin": "absent",
    });
  });

  it("may be named by the page", async () => {
    files["/"] = page(
      '<link rel="service-desc" href="/api/spec"><link rel="alternate" type="text/markdown" href="/start.md"><link rel="alternate" type="application/rss+xml" href="/feed">',
    );
    files["/api/spec"] = json({ swagger: "2.0" });
    const answer = await check();
    expect(answer.doors[0]).toMatchObject({ name: "openapi", state: "present", url: `${site.origin}/api/spec` });
    expect(answer.markdown).toMatchObject({ state: "present", how: "link", url: `${site.origin}/start.md` });
    expect(answer.feeds).toEqual([{ url: `${site.origin}/feed`, type: "application/rss+xml" }]);
  });

  it("may be Markdown beside the page", async () => {
    files["/guide/bread"] = { body: GOOD };
    files["/guide/bread.md"] = plain("# Bread");
    expect((await check(`${site.origin}/guide/bread?x=1`)).markdown).toMatchObject({
      state: "present",
      how: "address",
      url: `${site.origin}/guide/bread.md`,
    });
  });

  it("is nothing where every address answers with the start page", async () => {
    for (const path of ["/llms.txt", "/llms-full.txt", "/sitemap.xml", "/openapi.json", "/.well-known/tdmrep.json", "/index.html.md"])
      files[path] = { body: GOOD };
    const answer = await check();
    expect([answer.llms_txt.state, answer.llms_full_txt.state, answer.sitemap.state, answer.markdown.state]).toEqual([
      "absent",
      "absent",
      "absent",
      "absent",
    ]);
    expect(answer.licence).toEqual([]);
  });
});

describe("llms.txt", () => {
  it("that breaks its form is told line by line, and its dead links", async () => {
    files["/llms.txt"] = plain(`Bread\n# Title\n# Again\n## Pages\n- no link here\n- [Gone](${site.origin}/gone)\n- [Bad](javascript:x)\n`);
    const { llms_txt, ...answer } = await check();
    expect(llms_txt.faults.map(({ line }) => line)).toEqual([1, 3, 5, 7]);
    expect(llms_txt).toMatchObject({ state: "malformed", title: "Title", links: 1, links_tried: [{ status: 404 }] });
    expect(got({ llms_txt, ...answer }, "llms_txt")).toBe(3.5);
  });

  it("without end is read in part, and few of its links are tried", async () => {
    files["/llms.txt"] = plain(`# T\n## P\n${Array.from({ length: 20_000 }, (_, n) => `- [n](${site.origin}/${n})`).join("\n")}`);
    const answer = await check();
    expect(answer.llms_txt.links_tried.length).toBe(3);
    expect(answer.requests).toBeLessThanOrEqual(18);
  });
});

it("licences are read wherever they may stand", async () => {
  files["/robots.txt"] = plain(
    "User-agent: *\nContent-Signal: search=yes, ai-input=no # why\nContent-Usage: train-ai=n\nLicense: https://a.example/license.xml\n",
  );
  files["/"] = {
    ...page('<meta name="tdm-reservation" content="1"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/">'),
    headers: { "tdm-policy": "https://a.example/policy", link: '<https://a.example/rsl.xml>; rel="license"; type="application/rsl+xml"' },
  };
  files["/.well-known/tdmrep.json"] = json([{ location: "/", "tdm-reservation": 1 }, null, { x: 1 }]);
  const answer = await check();
  expect(answer.licence.map(({ kind, where }) => `${kind}: ${where}`)).toEqual([
    "content-signal: robots.txt, line 2",
    "content-usage: robots.txt, line 3",
    "rsl: robots.txt, line 4",
    "tdm-policy: header tdm-policy",
    "rsl: header link",
    "tdm-reservation: meta tdm-reservation",
    "license: link license",
    "tdm-reservation: /.well-known/tdmrep.json",
  ]);
  expect(answer.licence[0]?.value).toBe("search=yes, ai-input=no");
  expect(ids(answer)).toContain("licence.input");
});

it("every rule gives no more than its points", () => {
  expect(RULES.map(({ id }) => id)).toEqual([...new Set(RULES.map(({ id }) => id))]);
  expect(RULES.every(({ points, what }) => points > 0 && what.length > 0)).toBe(true);
});
