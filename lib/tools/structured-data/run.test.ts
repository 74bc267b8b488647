import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { definition } from "./definition";
import { run } from "./run";
import { input, output } from "./schema";

let sample: SampleSite;
let site: Site;
let web: Web;
let served: { status?: number; type?: string; body: string };

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    if (asked.url === "/robots.txt") return void answer.writeHead(404).end();
    answer.writeHead(served.status ?? 200, { "content-type": served.type ?? "text/html; charset=utf-8" }).end(served.body);
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const check = async (url: string) => output.parse(await run(input.parse({ url }), webContext(web)));
const here = async (body: string, more: object = {}) => {
  served = { body, ...more };
  return check(`${site.origin}/page`);
};
const ld = (value: unknown) => `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

describe("the structured data of a page", () => {
  it("that is right is eligible", async () => {
    const answer = await check(`${sample.origin}/article`);
    expect(answer.counts).toMatchObject({ items: 1, json_ld: 1, errors: 0, warnings: 0 });
    expect(answer.rich_results).toEqual([{ name: "Article", state: "eligible" }]);
    expect(answer.items[0]).toMatchObject({
      types: ["Article"],
      judged: true,
      properties: { author: { "@type": "Person", name: "Mara Lindqvist" } },
    });
    expect(answer.open_graph.findings).toEqual([]);
    expect(answer.parse_faults).toEqual([]);
    expect(answer.robots.allowed).toBe(true);
  });

  it("that is wrong is told, with place, reason and remedy", async () => {
    const answer = await check(`${sample.origin}/product`);
    expect(answer.parse_faults).toEqual([
      expect.objectContaining({ id: "json-ld.missing_value", severity: "error", line: 18, column: expect.any(Number) }),
    ]);
    expect(answer.rich_results).toEqual([
      { name: "Product snippet", state: "not_eligible" },
      { name: "Merchant listing", state: "not_eligible" },
    ]);
    const paths = answer.items[0]?.issues.filter(({ severity }) => severity === "error").map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["offers.price", "offers.priceCurrency", "aggregateRating.ratingValue", "review.author", "image"]),
    );
    expect(answer.items[1]).toMatchObject({
      format: "microdata",
      types: ["Offer"],
      judged: false,
      properties: { price: "5.20", priceCurrency: "EUR" },
    });
  });

  it("of Open Graph is held against what belongs there", async () => {
    const { open_graph } = await check(`${sample.origin}/faulty`);
    expect(open_graph.findings.map(({ id, where }) => [id, where])).toEqual([
      ["og.empty", "meta og:title"],
      ["og.missing", "meta og:type"],
      ["og.address", "meta og:image"],
      ["og.missing", "meta og:url"],
    ]);
  });

  it("may be none, which is an answer", async () => {
    const answer = await here("<p>Bread</p>");
    expect(answer).toMatchObject({
      summary: "The page holds no structured data.",
      items: [],
      rich_results: [],
      counts: { items: 0, errors: 0 },
    });
    expect(answer.open_graph).toEqual({ tags: [], findings: [] });
  });

  it("is judged where it stands in other things, too", async () => {
    const answer = await here(
      ld({
        "@context": "https://schema.org",
        "@type": "WebPage",
        breadcrumb: { "@type": "BreadcrumbList", itemListElement: [] },
        mainEntity: { "@type": "Recipe", name: "Bread", author: { "@type": "Person" } },
      }),
    );
    expect(answer.items.map(({ types, where }) => [types[0], where])).toEqual([
      ["WebPage", "JSON-LD script 1, line 1"],
      ["BreadcrumbList", "JSON-LD script 1, line 1, in breadcrumb"],
      ["Recipe", "JSON-LD script 1, line 1, in mainEntity"],
    ]);
    expect(answer.rich_results).toEqual([
      { name: "Breadcrumb", state: "not_eligible" },
      { name: "Recipe", state: "not_eligible" },
    ]);
  });

  it("without a context is told and not counted as eligible", async () => {
    const answer = await here(ld({ "@type": "Article", headline: "A" }));
    expect(answer.items[0]).toMatchObject({ judged: false });
    expect(answer.parse_faults[0]).toMatchObject({
      id: "json-ld.no_context",
      severity: "warning",
      mend: expect.stringContaining("schema.org"),
    });
    expect(answer.rich_results).toEqual([]);
  });

  it("never has another address asked for it", async () => {
    site.asked.length = 0;
    await here(
      ld({
        "@context": [`${site.origin}/context.jsonld`, { "@import": `${site.origin}/more` }],
        "@type": "X",
        url: `${site.origin}/other`,
      }),
    );
    expect(site.asked.sort()).toEqual(["GET /page", "GET /robots.txt"]);
  });
});

describe("what is no page", () => {
  it.each([
    [{ status: 404 }, "page_error"],
    [{ type: "application/pdf" }, "not_a_page"],
    [{ type: "application/ld+json" }, "not_a_page"],
  ])("is refused: %j", async (more, reason) => {
    await expect(here("{}", more)).rejects.toMatchObject({ reason, kind: "refused" });
    expect(definition.faults.map((fault) => fault.reason)).toContain(reason);
  });
});

describe("a page that means harm", () => {
  const many = Array.from({ length: 8_000 }, (_, n) => ({ "@type": "Product", name: `n${n}`, offers: { "@type": "Offer", price: "x" } }));
  const refs = Array.from({ length: 50 }, (_, n) => `r${n}`).join(" ");
  const nested = (depth: number): object => (depth === 0 ? {} : { "@type": "Product", isRelatedTo: nested(depth - 1) });
  it.each([
    ["many things", ld({ "@context": "https://schema.org", "@graph": many })],
    ["brackets without end", ld("[".repeat(500_000))],
    ["things within things", ld({ "@context": "https://schema.org", ...nested(150) })],
    ["a text without end", ld({ "@context": "https://schema.org", "@type": "Article", headline: "x".repeat(1_000_000) })],
    [
      "names without end",
      ld({
        "@context": "https://schema.org",
        "@type": "Article",
        ...Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`p${n}`, n])),
      }),
    ],
    [
      "microdata that refers to all",
      `${"<i itemprop=x>v</i>".repeat(2_000)}${`<div itemscope itemtype="https://schema.org/Product" itemref="${refs}"></div>`.repeat(3_000)}`,
    ],
    ["RDFa without end", `<div vocab="https://schema.org/">${"<p typeof=Product><b property=offers typeof=Offer>".repeat(20_000)}</div>`],
    ["scripts without end", ld({ "@context": "https://schema.org", "@type": "Article" }).repeat(5_000)],
  ])(
    "is answered briefly: %s",
    async (_, body) => {
      const answer = await here(body);
      expect(JSON.stringify(answer).length).toBeLessThan(700_000);
      expect(answer.items.length + answer.items_left_out).toBe(answer.counts.items);
    },
    30_000,
  );

  it("that cuts its data is told to be cut", async () => {
    expect((await here(ld({ "@context": "https://schema.org", "@graph": many }))).cut).toBe(true);
  });
});
