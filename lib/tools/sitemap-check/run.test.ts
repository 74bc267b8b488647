import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { run } from "./run";
import { spread } from "./samplePages";
import { input, output } from "./schema";
import { timeOf } from "./tally";

let sample: SampleSite;
let site: Site;
let web: Web;
let files: Record<string, string | Buffer | { status: number; headers?: Record<string, string>; body?: string }>;

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    const file = files[asked.url ?? ""];
    if (file === undefined) return void answer.writeHead(404).end("none");
    if (typeof file === "string" || Buffer.isBuffer(file))
      return void answer.writeHead(200, { "content-type": "application/xml" }).end(file);
    answer.writeHead(file.status, file.headers).end(file.body);
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
beforeEach(() => {
  files = { "/page": "<title>x</title>" };
  site.asked.length = 0;
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const check = async (url: string, more: object = {}) => output.parse(await run(input.parse({ url, ...more }), webContext(web)));
const here = (path = "/", more: object = {}) => check(`${site.origin}${path}`, more);
const urlset = (...entries: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>`;
const index = (...urls: string[]) =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join("")}</sitemapindex>`;
const loc = (path: string, more = "") => `<url><loc>${site.origin}${path}</loc>${more}</url>`;
const ids = (answer: Awaited<ReturnType<typeof check>>) => answer.findings.map(({ id }) => id);

describe("a site's sitemap", () => {
  it("is found by robots.txt, and its faults are told with their place", async () => {
    const answer = await check(`${sample.origin}/article`);
    expect(answer).toMatchObject({
      found_by: "robots.txt",
      files: [{ url: `${sample.origin}/sitemap.xml`, kind: "urlset", entries: 6, cut: false, fault: null }],
      entries: {
        listed: 6,
        distinct: 6,
        at_least: false,
        with_lastmod: 6,
        newest_lastmod: "2026-04-02T09:30:00+02:00",
        oldest_lastmod: "2026-02-11",
        other_hosts: 0,
      },
    });
    expect(answer.sample.map(({ url, verdict, status }) => [new URL(url).pathname, verdict, status])).toEqual([
      ["/", "ok", 200],
      ["/de/", "ok", 200],
      ["/article", "ok", 200],
      ["/product", "ok", 200],
      ["/missing", "missing", 404],
      ["/faulty", "noindex", 200],
    ]);
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ id: "page.missing", severity: "error", where: `${sample.origin}/missing: It answered 404.` }),
    );
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ id: "entry.bad_lastmod", where: `${sample.origin}/faulty: 11.02.2026` }),
    );
    expect(answer.summary).toBe("6 pages in 1 file; 4 of 6 asked are as they should be. 1 error, 2 warnings.");
  });

  it("without faults has none told", async () => {
    files["/sitemap.xml"] = urlset(loc("/page", "<lastmod>2026-01-02</lastmod>"));
    const answer = await here();
    expect(answer).toMatchObject({ found_by: "usual address", sample: [{ verdict: "ok" }] });
    expect(answer.findings).toEqual([]);
  });

  it("that is nowhere is an answer too, with where it was looked for", async () => {
    const answer = await here();
    expect(answer).toMatchObject({ found_by: "nowhere", findings: [{ id: "none", severity: "error" }], sample: [] });
    expect(answer.files.map(({ url, status }) => [new URL(url).pathname, status])).toEqual([
      ["/sitemap.xml", 404],
      ["/sitemap_index.xml", 404],
      ["/sitemap.txt", 404],
    ]);
  });

  it("of a host that is silent is no answer", async () => {
    const gone = await startSite(() => undefined);
    await gone.close();
    const nowhere = testWeb([gone]);
    await expect(run({ url: `${gone.origin}/sitemap.xml` }, webContext(nowhere))).rejects.toMatchObject({ reason: "unreachable" });
  });
});

describe("files", () => {
  it("are followed from an index, packed ones unpacked, and a list in plain text read", async () => {
    files["/sitemap.xml"] = index(`${site.origin}/a.xml.gz`, `${site.origin}/b.txt`, `${site.origin}/gone.xml`);
    files["/a.xml.gz"] = gzipSync(urlset(loc("/page?a&amp;b"), loc("/2")));
    files["/b.txt"] = `\uFEFF${site.origin}/page\n\n${site.origin}/2\n`;
    const answer = await here("/sitemap.xml", { sample: 0 });
    expect(answer.files.map(({ kind, packed, entries, fault }) => [kind, packed, entries, fault])).toEqual([
      ["index", false, 3, null],
      ["urlset", true, 2, null],
      ["text", false, 2, null],
      ["none", false, 0, "It answered 404."],
    ]);
    expect(answer.entries).toMatchObject({ listed: 4, distinct: 3 });
    expect(ids(answer)).toEqual(["file.unread", "entry.duplicate", "entry.no_lastmod"]);
  });

  it("are read up to ten, and what is left is counted", async () => {
    files["/sitemap.xml"] = index(...Array.from({ length: 30 }, (_, n) => `${site.origin}/s${n}.xml`));
    for (let n = 0; n < 30; n += 1) files[`/s${n}.xml`] = urlset(loc(`/${n}`));
    const answer = await here("/sitemap.xml", { sample: 0 });
    expect([answer.files.length, answer.files_left_out, answer.entries.listed, answer.entries.at_least]).toEqual([10, 21, 9, true]);
  });

  it("that name each other end somewhere", async () => {
    files["/sitemap.xml"] = index(`${site.origin}/sitemap.xml`, `${site.origin}/two.xml`);
    files["/two.xml"] = index(`${site.origin}/sitemap.xml`, `${site.origin}/three.xml`);
    files["/three.xml"] = index(`${site.origin}/four.xml`);
    files["/four.xml"] = urlset(loc("/page"));
    const answer = await here("/sitemap.xml");
    expect(answer.files.length).toBe(3);
    expect(ids(answer)).toContain("index.nested");
  });

  it("that are none say what they are", async () => {
    for (const [body, fault] of [
      ["<!doctype html><html><title>Home</title></html>", "It is a web page."],
      ["<?xml version='1.0'?><!-- x --><opml/>", "Its root is <opml>, which no sitemap has."],
      ["just words\nand more", "It is neither XML nor a list of addresses."],
      ["", "It is neither XML nor a list of addresses."],
    ] as const) {
      files["/sitemap.xml"] = body;
      expect((await here("/sitemap.xml")).files[0], body).toMatchObject({ kind: "none", fault });
    }
  });

  it("that are broken are read as far as they go", async () => {
    files["/sitemap.xml"] = urlset(loc("/page"), "<url><loc>half").replace("</urlset>", "");
    expect((await here("/sitemap.xml")).files[0]).toMatchObject({ kind: "urlset", entries: 1, fault: "It breaks off before its end." });
    files["/sitemap.xml"] = gzipSync(urlset(loc("/page"))).subarray(0, 30);
    expect((await here("/sitemap.xml")).files[0]).toMatchObject({ packed: true });
  });

  it("with entities of their own don't grow, and none is resolved", async () => {
    files["/sitemap.xml"] =
      `<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "zzz">]>${urlset(loc("/&y;"), loc("/&x;"), loc("/&#x41;&#66;"))}`;
    const answer = await here("/sitemap.xml", { sample: 20 });
    expect(answer.sample.map(({ url }) => new URL(url).pathname)).toEqual(["/&y;", "/&x;", "/AB"]);
    expect(JSON.stringify(answer)).not.toContain("root:");
  });
});

describe("entries", () => {
  it("have each of their faults told, with the first that has it", async () => {
    files["/sitemap.xml"] = urlset(
      loc("/ok", "<lastmod>2026-02-03T04:05:06Z</lastmod><priority>0.5</priority><changefreq>daily</changefreq>"),
      "<url><lastmod>2026-02-03</lastmod></url>",
      "<url><loc>/relative</loc></url>",
      "<url><loc>https://elsewhere.example/</loc></url>",
      `<url><loc>${site.origin.replace("http:", "https:")}/scheme</loc></url>`,
      loc("/x#part"),
      loc("/ok"),
      loc("/31", "<lastmod>2026-02-31</lastmod>"),
      loc("/later", "<lastmod>2999-01-01</lastmod>"),
      loc("/often", "<changefreq>sometimes</changefreq>"),
      loc("/much", "<priority>7</priority>"),
      loc(`/${"x".repeat(2_100)}`),
    );
    const answer = await here("/sitemap.xml", { sample: 0 });
    expect(new Set(ids(answer))).toEqual(
      new Set(
        [
          "no_loc",
          "bad_loc",
          "long_loc",
          "other_host",
          "other_scheme",
          "fragment",
          "duplicate",
          "bad_lastmod",
          "future_lastmod",
          "bad_changefreq",
          "bad_priority",
        ].map((id) => `entry.${id}`),
      ),
    );
    expect(answer.findings.find(({ id }) => id === "entry.bad_lastmod")?.where).toBe(`${site.origin}/31: 2026-02-31`);
    expect(answer.entries.other_hosts).toBe(1);
  });

  it("are more than fifty thousand: told, and read in a time that one can wait for", async () => {
    files["/sitemap.xml"] = urlset(
      ...Array.from({ length: 60_000 }, (_, n) => loc(`/some/page/of/the/usual/length/${n}`, "<lastmod>2026-01-01</lastmod>")),
    );
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const answer = await here("/sitemap.xml", { sample: 0 });
    clearInterval(timer);
    expect(answer.entries).toMatchObject({ listed: 60_000, distinct: 60_000, at_least: false });
    expect(ids(answer)).toContain("file.entries");
    // Others get their turn meanwhile.
    expect(longest).toBeLessThan(1_500);
  }, 30_000);

  it("have dates as the W3C writes them", () => {
    for (const good of ["2026", "2026-02", "2026-02-28", "2024-02-29", "2026-02-28T10:00Z", "2026-02-28T10:00:00.5+01:00"])
      expect(timeOf(good), good).not.toBeNull();
    for (const bad of ["2026-13-01", "2026-02-29", "28.02.2026", "2026-02-28T10:00", "2026-02-28 10:00:00Z", "yesterday", ""])
      expect(timeOf(bad), bad).toBeNull();
  });
});

describe("the sample", () => {
  it("is spread over the whole list", () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 5)).toEqual([0, 2, 4, 6, 8]);
    expect(spread([1, 2], 5)).toEqual([1, 2]);
  });

  it("keeps to robots.txt, and never leaves the host", async () => {
    files["/robots.txt"] = { status: 200, body: "User-agent: coinslotbot\nDisallow: /private\n" };
    files["/sitemap.xml"] = urlset(loc("/page"), loc("/private/x"), "<url><loc>http://10.0.0.1/</loc></url>");
    const answer = await here("/sitemap.xml");
    expect(answer.sample.map(({ verdict }) => verdict)).toEqual(["ok", "forbidden"]);
    expect(answer.sample[1]?.note).toContain("line 2");
    expect(site.asked).not.toContain("GET /private/x");
  });

  it("asks nothing where robots.txt can't be had, but reads the sitemap that was named", async () => {
    files["/robots.txt"] = { status: 500 };
    files["/sitemap.xml"] = urlset(loc("/page"));
    expect((await here("/sitemap.xml")).sample).toMatchObject([{ verdict: "forbidden" }]);
    expect((await here("/")).files[0]).toMatchObject({ kind: "none", fault: expect.stringContaining("robots.txt can't be had") });
    expect(site.asked).not.toContain("GET /page");
  });

  it("goes one by one where the site wishes for a pause, and stops in time", async () => {
    files["/robots.txt"] = { status: 200, body: "User-agent: *\nCrawl-delay: 3600\n" };
    files["/sitemap.xml"] = urlset(loc("/page"), loc("/2"));
    expect((await here("/sitemap.xml")).sample).toMatchObject([
      { verdict: "not_asked", note: expect.stringContaining("pause") },
      { verdict: "not_asked" },
    ]);
  });

  it("tells redirects, broken pages and hidden ones apart", async () => {
    files["/moved"] = { status: 301, headers: { location: "/page" } };
    files["/broken"] = { status: 500 };
    files["/hidden"] = { status: 200, headers: { "x-robots-tag": "noindex" } };
    files["/tagged"] = { status: 200, headers: { "content-type": "text/html" }, body: "<META content='NoIndex, follow' NAME=robots>" };
    files["/sitemap.xml"] = urlset(loc("/moved"), loc("/broken"), loc("/hidden"), loc("/tagged"));
    const answer = await here("/sitemap.xml");
    expect(answer.sample.map(({ verdict }) => verdict)).toEqual(["redirect", "error", "noindex", "noindex"]);
    expect(ids(answer)).toEqual(["page.error", "page.redirect", "page.noindex", "page.noindex", "entry.no_lastmod"]);
  });
});
