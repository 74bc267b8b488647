import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { run } from "./run";
import { input, output } from "./schema";

let sample: SampleSite;
let site: Site;
let web: Web;
let robots: { status: number; body: string };
let page: { status: number; body: string; headers: Record<string, string | string[]> };

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    if (asked.url === "/robots.txt" && robots.status === 0) return void answer.destroy();
    if (asked.url === "/robots.txt") return void answer.writeHead(robots.status, { "content-type": "text/plain" }).end(robots.body);
    if (page.status === 0) return void answer.destroy();
    answer.writeHead(page.status, { "content-type": "text/html", ...page.headers }).end(page.body);
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
beforeEach(() => {
  robots = { status: 200, body: "User-agent: *\nDisallow: /private/\n" };
  page = { status: 200, body: "<title>x</title>", headers: {} };
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const check = async (url: string, bots?: string[]) =>
  output.parse(await run(input.parse({ url, ...(bots ? { bots } : {}) }), webContext(web)));
const here = (path = "/", bots?: string[]) => check(`${site.origin}${path}`, bots);
const bot = (answer: Awaited<ReturnType<typeof check>>, name: string) => answer.bots.find((one) => one.name === name);

describe("who may read a page", () => {
  it("is told for each robot, with the line that decides", async () => {
    const answer = await check(`${sample.origin}/product`);
    expect(bot(answer, "ClaudeBot")).toMatchObject({ verdict: "disallowed", rule: { line: 20, text: "Disallow: /product" }, group: "own" });
    expect(bot(answer, "GPTBot")).toMatchObject({ verdict: "disallowed", rule: { text: "Disallow: /" } });
    expect(bot(answer, "CCBot")).toMatchObject({ verdict: "disallowed" });
    expect(bot(answer, "Googlebot")).toMatchObject({ verdict: "allowed", rule: null, group: "own", crawl_delay: 2 });
    expect(bot(answer, "Bytespider")).toMatchObject({ verdict: "allowed", group: "*", crawl_delay: null });
    expect(answer.summary).toBe("3 of 26 well-known robots may not read the page: GPTBot, ClaudeBot, CCBot.");
    expect(answer.sitemaps).toEqual([`${sample.origin}/sitemap.xml`]);
    expect(answer.findings).toContainEqual(expect.objectContaining({ id: "robots.syntax", where: "line 23: Dissalow: /typo" }));
    const article = await check(`${sample.origin}/article`);
    expect(bot(article, "GPTBot")).toMatchObject({ verdict: "allowed", rule: { text: "Allow: /article$" } });
  });

  it("is told for robots that were asked for, once each", async () => {
    robots.body = "User-agent: FooBot\nDisallow: /\n";
    const answer = await here("/", ["FooBot", "foobot", "googlebot", "Other"]);
    expect(answer.bots.slice(0, 2).map(({ name, verdict }) => [name, verdict])).toEqual([
      ["FooBot", "disallowed"],
      ["Other", "allowed"],
    ]);
    expect(answer.bots.filter(({ name }) => name.toLowerCase() === "googlebot").length).toBe(1);
    expect(input.safeParse({ url: site.origin, bots: ["a b"] }).success).toBe(false);
  });

  it("is everybody where there is no robots.txt", async () => {
    robots = { status: 404, body: "User-agent: *\nDisallow: /" };
    const answer = await here();
    expect(answer.robots).toMatchObject({ state: "none", status: 404, lines: 0 });
    expect(new Set(answer.bots.map(({ verdict }) => verdict))).toEqual(new Set(["allowed"]));
  });

  it("is nobody where the server fails, and not known where it is silent", async () => {
    robots = { status: 503, body: "" };
    expect(new Set((await here()).bots.map(({ verdict }) => verdict))).toEqual(new Set(["disallowed"]));
    robots = { status: 0, body: "" };
    const silent = await here();
    expect(new Set(silent.bots.map(({ verdict }) => verdict))).toEqual(new Set(["unknown"]));
    expect(silent.findings[0]).toMatchObject({ id: "robots.away", severity: "error" });
  });

  it("is no answer where nothing of the host answers", async () => {
    robots = { status: 0, body: "" };
    page.status = 0;
    await expect(here()).rejects.toMatchObject({ reason: "unreachable" });
  });
});

describe("what the page itself says", () => {
  it("counts for those that it names, from tags and headers", async () => {
    page.body = '<meta name="robots" content="max-snippet:20"><meta name="GoogleBot" content="NOINDEX, nofollow">';
    page.headers = { "x-robots-tag": ["gptbot: none", "unavailable_after: 25 Jun 2030"] };
    const answer = await here();
    expect(bot(answer, "Googlebot")).toMatchObject({ may_index: "no", index_rule: "meta googlebot: noindex, nofollow" });
    expect(bot(answer, "GPTBot")).toMatchObject({ may_index: "no", index_rule: expect.stringContaining("x-robots-tag: none") });
    expect(bot(answer, "Bingbot")).toMatchObject({ may_index: "yes", index_rule: null });
    expect(answer.findings.map(({ id }) => id)).toContain("page.noindex");
  });

  it("is not heard by those who may not read it, and that is a finding", async () => {
    robots.body = "User-agent: *\nDisallow: /";
    page.headers = { "x-robots-tag": "noindex" };
    expect((await here()).findings).toContainEqual(expect.objectContaining({ id: "page.unseen", where: "x-robots-tag: noindex" }));
  });

  it("is not known where the page can't be read, and robots.txt is told all the same", async () => {
    page.status = 0;
    const answer = await here("/private/x");
    expect(answer.page).toMatchObject({ status: null, why_not_read: expect.stringContaining("broke off") });
    expect(bot(answer, "Googlebot")).toMatchObject({ verdict: "disallowed", may_index: "unknown", rule: { line: 2 } });
    expect(answer.findings.map(({ severity }) => severity)).toContain("not_measured");
  });
});

it("a hostile file is answered briefly", async () => {
  robots.body = `${"nonsense\n".repeat(30_000)}${`Sitemap: https://a.example/${"x".repeat(100)}\n`.repeat(1_000)}`;
  const answer = await here();
  expect(answer.left_out.faults).toBeGreaterThan(10_000);
  expect(answer.findings.length).toBeLessThan(60);
  expect(JSON.stringify(answer).length).toBeLessThan(40_000);
});
