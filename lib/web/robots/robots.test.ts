import fc from "fast-check";
import robotsParser from "robots-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { request, type Site, startSite, testWeb } from "../testdata/site";
import { judgeRobots } from "./matchRobots";
import { parseRobots } from "./parseRobots";
import { readRobots } from "./readRobots";

const judge = (text: string, agent: string, path: string) => judgeRobots(parseRobots(text), agent, new URL(path, "https://a.example"));

describe("what robots.txt says", () => {
  it("is said to a robot by its own group, else to everybody", () => {
    const text = "User-agent: *\nDisallow: /\n\nUser-agent: FooBot/2.1\nUser-Agent: barbot\nDisallow: /x # not here\nCrawl-delay: 2.5\n";
    expect(judge(text, "foobot", "/y")).toMatchObject({ allowed: true, rule: null, group: "own", crawlDelay: { seconds: 2.5, line: 7 } });
    expect(judge(text, "BarBot", "/x/1")).toMatchObject({ allowed: false, rule: { pattern: "/x", line: 6 } });
    expect(judge(text, "Other", "/y")).toMatchObject({ allowed: false, rule: { pattern: "/", line: 2 }, group: "*" });
    expect(judge("", "Other", "/y")).toMatchObject({ allowed: true, group: null });
    expect(judge(text, "Other", "/robots.txt").allowed).toBe(true);
  });

  it("joins the groups of one robot, and lets nothing but rules end the naming", () => {
    const text = "User-agent: a\nSitemap: https://a.example/s.xml\nUser-agent: b\nDisallow: /1\nUser-agent: a\nDisallow: /2\n";
    expect([judge(text, "a", "/1").allowed, judge(text, "a", "/2").allowed, judge(text, "b", "/2").allowed]).toEqual([false, false, true]);
  });

  it.each([
    ["/fish", "/fish.html", true],
    ["/fish*", "/fishheads/yummy", true],
    ["/fish/", "/fish", false],
    ["/*.php$", "/folder/any.php", true],
    ["/*.php$", "/any.php?x=1", false],
    ["/*.php", "/any.php?x=1", true],
    ["/a*b*c$", "/a1b2b3c", true],
    ["/a*a$", "/a", false],
    ["/$", "/", true],
    ["/$", "/x", false],
    ["/a%3cd", "/a%3Cd", true],
    ["/ü", "/%C3%BC", true],
    ["*", "/anything", true],
  ])("%s fits %s: %s", (pattern, path, fits) => {
    expect(judge(`User-agent: *\nDisallow: ${pattern}`, "x", path).allowed).toBe(!fits);
  });

  it("lets the longest rule decide, and of two the kinder", () => {
    const text = "User-agent: *\nDisallow: /a\nAllow: /a\nDisallow: /ab\nAllow: /abc";
    expect(["/a", "/ab", "/abc"].map((path) => judge(text, "x", path).rule?.line)).toEqual([3, 4, 5]);
  });

  it("has its faults listed by line, and no more of them than anybody reads", () => {
    const { faults, sitemaps } = parseRobots(
      "Disallow: /\nUser-agent\nUser-agent: *\nDissalow: /x\nAllow: x\nCrawl-delay: soon\nSitemap: /s.xml\nSitemap: https://a.example/s.xml",
    );
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 4, 5, 6, 7]);
    expect(sitemaps).toEqual([{ url: "https://a.example/s.xml", line: 8 }]);
    const many = parseRobots("nonsense\n".repeat(500_000));
    expect([many.faults.length, many.moreFaults, many.lines.length]).toEqual([50, 19_951, 20_000]);
  });

  it("is judged alike by another reader of it", () => {
    const piece = fc.constantFrom("a", "b", "/", "*", "$", "%2F", "?", "ü", ".");
    const path = fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join("")}`);
    const rule = fc.tuple(fc.boolean(), path).map(([allow, pattern]) => `${allow ? "Allow" : "Disallow"}: ${pattern}`);
    const group = fc
      .tuple(fc.constantFrom("*", "foo", "bar"), fc.array(rule, { minLength: 1, maxLength: 5 }))
      .map(([agent, rules]) => [`User-agent: ${agent}`, ...rules, ""].join("\n"));
    const property = fc.property(fc.array(group, { maxLength: 4 }), path, fc.constantFrom("foo", "bar", "baz"), (groups, asked, agent) => {
      const text = groups.join("\n");
      const url = new URL(`https://a.example${asked.replaceAll(/[*$]/g, "x")}`);
      const other = robotsParser("https://a.example/robots.txt", text);
      expect(judgeRobots(parseRobots(text), agent, url).allowed).toBe(other.isAllowed(url.href, agent));
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it("costs no more than its length, whatever is in it", () => {
    const evil = `User-agent: *\n${`Disallow: /*${"a".repeat(400)}*${"ab".repeat(300)}\n`.repeat(500)}`;
    const began = performance.now();
    expect(judge(evil, "x", `/${"a".repeat(2_000)}`).allowed).toBe(true);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe("robots.txt on the wire", () => {
  let site: Site;
  let answer: { status: number; body: string; type?: string } = { status: 200, body: "" };
  beforeAll(async () => {
    site = await startSite((_, out) => {
      const { status, body, type = "text/plain" } = answer;
      out.writeHead(status, { "content-type": type, ...(status === 301 ? { location: "/robots.txt" } : {}) }).end(body);
    });
  });
  afterAll(() => site.close());
  const read = (given: typeof answer) => {
    answer = given;
    return readRobots(testWeb([site]), `${site.origin}/any/page?x`, request());
  };

  it("means something by its status", async () => {
    expect(await read({ status: 200, body: "User-agent: *\nDisallow: /" })).toMatchObject({
      state: "read",
      status: 200,
      url: `${site.origin}/robots.txt`,
    });
    expect(await read({ status: 404, body: "User-agent: *\nDisallow: /" })).toMatchObject({ state: "none", file: { groups: [] } });
    expect(await read({ status: 403, body: "" })).toMatchObject({ state: "none" });
    expect(await read({ status: 503, body: "" })).toMatchObject({ state: "away", status: 503 });
    expect(await read({ status: 301, body: "" })).toMatchObject({ state: "none", status: null });
  });

  it("is none where a web page comes instead, but may be called one", async () => {
    expect(await read({ status: 200, type: "text/html", body: "\n <!doctype html><title>Home</title>" })).toMatchObject({ state: "none" });
    expect(await read({ status: 200, type: "text/html", body: "User-agent: *\nDisallow: /" })).toMatchObject({ state: "read" });
  });

  it("is read up to half a megabyte", async () => {
    const long = `User-agent: *\nDisallow: /first\n${"#".repeat(600_000)}\nDisallow: /last`;
    const robots = await read({ status: 200, body: long });
    expect(robots.truncated).toBe(true);
    expect(robots.file.groups[0]?.rules.map(({ pattern }) => pattern)).toEqual(["/first"]);
  });

  it("is away where nobody answers, and the guard's own word stays its own", async () => {
    const gone = await startSite(() => undefined);
    await gone.close();
    expect(await readRobots(testWeb([gone]), gone.origin, request())).toMatchObject({ state: "away", status: null });
    await expect(readRobots(testWeb([]), "http://10.0.0.1", request())).rejects.toMatchObject({ reason: "address_not_allowed" });
  });
});
