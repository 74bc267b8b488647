import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webContext } from "@/lib/web/testdata/context";
import { ToolRefusal } from "../refusal";
import { price, used } from "./price";
import { run } from "./run";
import { input as inputSchema, output } from "./schema";
import { type FaultSite, type SiteSpec, startFaultSite, text } from "./testdata/faultSite";
import { withBody, withHead } from "./testdata/pageSpec";

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite();
});
afterAll(() => site.close());

const robots = (body: string, status = 200): SiteSpec => ({ replies: { "/robots.txt": () => ({ ...text(body), status }) } });

async function audit(name: string, path: string, pages: number, spec: SiteSpec = {}) {
  const input = { url: site.at(name, path, spec), pages };
  return output.parse(await run(input, webContext(site.web)));
}

const askedOf = (name: string) =>
  site.asked.filter((line) => line.includes(` ${name}.site.test`)).map((line) => line.replace(`${name}.site.test`, ""));

describe("a call for several pages", { timeout: 30_000 }, () => {
  it("reads them by links first, then by the sitemap, each once", async () => {
    const answer = await audit("walk", "/bread", 10, {
      pages: { "/attic": (page) => page },
      replies: {
        "/sitemap.xml": (origin) => text(`<urlset><url><loc>${origin}/attic</loc></url><url><loc>${origin}/rolls</loc></url></urlset>`),
      },
    });
    expect(answer.pages.map(({ url, found_by }) => [new URL(url).pathname, found_by])).toEqual([
      ["/bread", "asked"],
      ["/", "link"],
      ["/rolls", "link"],
      ["/attic", "sitemap"],
    ]);
    expect(answer.summary).toContain("10 pages were asked for; no more could be read.");
  });

  it("asks robots.txt first, and never for what it forbids", async () => {
    const answer = await audit("shy", "/bread", 5, robots("User-agent: *\nDisallow: /rolls\nDisallow: /no-such\n"));
    expect(answer.pages.map(({ url }) => new URL(url).pathname)).toEqual(["/bread", "/"]);
    expect(answer.pages_missed).toContainEqual({
      url: expect.stringMatching(/\/rolls$/),
      why: "robots.txt forbids it in line 2.",
      status: null,
    });
    const asked = askedOf("shy");
    expect(asked[0]).toBe("GET /robots.txt");
    expect(asked.some((line) => line.includes("/rolls") || line.includes("/no-such"))).toBe(false);
    expect(answer.not_measured).toContainEqual({ id: "soft-404", why: "robots.txt forbids it in line 3." });
  });

  it.each([
    ["closed", robots("User-agent: CoinslotBot\nUser-agent: TestBot\nDisallow: /\n")],
    ["ill", robots("", 500)],
  ])("is refused where robots.txt is %s, before the page is asked for", async (name, spec) => {
    const error = await audit(name, "/bread", 2, spec).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ToolRefusal);
    expect(error).toMatchObject({ reason: "robots_forbid" });
    expect(askedOf(name)).toEqual(["GET /robots.txt"]);
  });

  it("keeps the pace that robots.txt asks for", async () => {
    const began = performance.now();
    const answer = await audit("calm", "/bread", 3, robots("User-agent: *\nCrawl-delay: 0.4\n"));
    expect(answer.pages).toHaveLength(3);
    expect(performance.now() - began).toBeGreaterThan(800);
  });

  it("gives up on a pace that no call lives long enough for", async () => {
    const answer = await audit("slow", "/bread", 3, robots("User-agent: *\nCrawl-delay: 3600\n"));
    expect(answer.pages).toHaveLength(1);
    expect(answer.pages_missed[0]).toMatchObject({ why: "There was no time left." });
  });

  it("follows no link that says nofollow, leaves the site by none, and meets redirects as pages of their own", async () => {
    await audit("narrow", "/bread", 10, {
      pages: {
        "/bread": withBody({
          menu: '<a href="/rolls" rel="nofollow">Rolls</a> <a href="/moved">Moved</a> <a href="/away">Away</a>',
          pictureLink: "",
        }),
        "/": withBody({ menu: "", pictureLink: "" }),
      },
      replies: {
        "/moved": () => ({ status: 301, headers: { location: "/hidden" } }),
        "/away": () => ({ status: 302, headers: { location: "https://mill.site.test/" } }),
        "/robots.txt": () => text("User-agent: *\nDisallow: /hidden\n"),
        "/sitemap.xml": () => ({ status: 404 }),
      },
    });
    const pages = askedOf("narrow").filter((line) => line.startsWith("GET"));
    expect(pages).toContain("GET /moved");
    expect(pages).not.toContain("GET /hidden");
    expect(pages).not.toContain("GET /rolls");
  });

  it("is not capped by what another page of the site says of itself", async () => {
    const answer = await audit("hidden", "/bread", 3, {
      pages: { "/rolls": withHead({ robots: '<meta name="robots" content="noindex">' }) },
    });
    expect(answer.issues.map(({ id }) => id)).toContain("indexable");
    expect(answer.score).toMatchObject({ capped_by: [], value: answer.score.before_cap });
  });

  it("counts a fault by the share of the pages that have it", async () => {
    const answer = await audit("share", "/bread", 3, { pages: { "/rolls": withHead({ title: "" }) } });
    const issue = answer.issues.find(({ id }) => id === "title-present");
    expect(issue).toMatchObject({ taken: 13.33, pages: [expect.stringMatching(/\/rolls$/)] });
  });
});

describe("a call for one page", () => {
  it("reads the page and tells what robots.txt says of it", async () => {
    const answer = await audit("told", "/bread", 1, robots("User-agent: *\nDisallow: /bread\n"));
    expect(answer.issues.find(({ id }) => id === "robots-search")?.where[0]).toMatchObject({
      line: 2,
      text: 'Googlebot: "Disallow: /bread" for everybody',
    });
    expect(answer.score).toMatchObject({ cap: 40, capped_by: ["robots-search"], value: 40 });
    expect(answer.site.robots_txt.bots).toContainEqual({ bot: "GPTBot", for: "ai", allowed: false, rule: "Disallow: /bread", line: 2 });
  });
});

describe("price", () => {
  const priced = (pages?: unknown) => price(inputSchema.parse({ url: "https://site.test/", pages }));
  it("is made by the pages", () => {
    expect(priced()).toEqual({ amount: 10_000n, made: "One page at $0.01." });
    expect(priced(3)).toEqual({ amount: 18_000n, made: "One page at $0.01 and 2 further at $0.004 each." });
    expect(priced(10).amount).toBe(46_000n);
  });
  it.each([0, 11, 1.5, "many", ""])("refuses %s pages", (pages) => {
    expect(inputSchema.safeParse({ url: "https://site.test/", pages }).success).toBe(false);
  });
  it("tells what of it the pages that were read come to", async () => {
    const answer = await audit("few", "/bread", 10);
    expect(answer.pages).toHaveLength(3);
    expect(used(inputSchema.parse({ url: answer.url, pages: 10 }), answer)).toBe(18_000n);
  });
});
