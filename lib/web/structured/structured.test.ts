import { MicrodataRdfParser } from "microdata-rdf-streaming-parser";
import { RdfaParser } from "rdfa-streaming-parser";
import { describe, expect, it } from "vitest";
import { loadHtml } from "../loadHtml";
import { readStructured } from "./readStructured";
import { type DataItem, isItem } from "./types";

const BASE = "https://shop.example/page";
const read = async (html: string) => readStructured((await loadHtml(html)).$, html, BASE);
const ld = (value: unknown) => `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

/** An item as plain data, nested ones within. */
const plain = (item: DataItem): unknown => ({
  type: item.types.join(" "),
  ...Object.fromEntries([...item.properties].map(([name, values]) => [name, values.map((one) => (isItem(one) ? plain(one) : one))])),
});

describe("JSON-LD", () => {
  it("is read from lists, graphs and several scripts", async () => {
    const { items, blocks, faults } = await read(
      ld([{ "@context": "https://schema.org", "@type": "Person", name: "A" }]) +
        ld({
          "@context": { "@vocab": "http://schema.org/" },
          "@graph": [{ "@type": ["Product", "Thing"], name: ["B", "C"] }, { "@type": "schema:Event" }],
        }),
    );
    expect(blocks).toBe(2);
    expect(items.map(({ types }) => types)).toEqual([["Person"], ["Product", "Thing"], ["schema:Event"]]);
    expect(items[1]?.properties.get("name")).toEqual(["B", "C"]);
    expect(faults).toEqual([]);
  });

  it("understands prefixes, aliases and values with a language", async () => {
    const { items } = await read(
      ld({ "@context": { s: "https://schema.org/", kind: "@type" }, kind: "s:Product", "s:name": { "@value": "Loaf", "@language": "en" } }),
    );
    expect(items.map(plain)).toEqual([{ type: "Product", name: ["Loaf"] }]);
    expect(items[0]?.schemaOrg).toBe(true);
  });

  it("ties references to what they name, wherever it stands, and in circles too", async () => {
    const { items } = await read(
      ld({ "@context": "https://schema.org", "@id": "#page", "@type": "WebPage", about: { "@id": "#a" } }) +
        ld({ "@context": "https://schema.org", "@id": "#a", "@type": "Article", isPartOf: { "@id": "#page" }, author: { "@id": "#gone" } }),
    );
    const [page, article] = items;
    expect(page?.properties.get("about")).toEqual([article]);
    expect(article?.properties.get("isPartOf")).toEqual([page]);
    expect(article?.properties.get("author")).toEqual([expect.objectContaining({ reference: true, id: "#gone" })]);
  });

  it("that breaks off is told with line and column of the page", async () => {
    const { faults, items } = await read(
      `<html>\r\n<body>\r\n<script type="application/ld+json">\r\n{ "@type": "Article",\r\n  "name": oops }</script>`,
    );
    expect(items).toEqual([]);
    expect(faults).toEqual([expect.objectContaining({ code: "bad_value", line: 5, column: 11, excerpt: expect.stringContaining("oops") })]);
  });

  it("without a context, with a foreign one or without a type says why nobody takes it", async () => {
    const { faults } = await read(
      ld({ "@type": "Product", name: "A" }) +
        ld({ "@context": "https://other.example/c", "@type": "X", a: 1 }) +
        ld({ "@context": "https://schema.org", name: "A" }),
    );
    expect(faults.map(({ code }) => code)).toEqual(["no_context", "remote_context", "no_type"]);
  });

  it("does not take a name that only begins like schema.org", async () => {
    const { items } = await read(ld({ "@context": "https://schema.org.evil.example/", "@type": "Product", name: "A" }));
    expect(items[0]?.schemaOrg).toBe(false);
  });

  it("is cut where there is too much of it, and names from its inside are only names", async () => {
    const many = Array.from({ length: 6_000 }, (_, n) => ({ "@type": "Product", name: `n${n}` }));
    const { items, cut } = await read(ld({ "@context": "https://schema.org", "@graph": many }));
    expect([items.length, cut]).toEqual([5_000, true]);
    const odd = await read(ld('{"@context":"https://schema.org","@type":"Product","__proto__":{"polluted":1},"constructor":"x"}'));
    expect(odd.items[0]?.properties.get("constructor")).toEqual(["x"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

const MICRODATA = `<div itemscope itemtype="https://schema.org/Product" itemref="more">
  <h1 itemprop="name">  Rye
  loaf </h1><img itemprop="image" src="/loaf.png"><a itemprop="url sameAs" href="/rye">link</a>
  <time itemprop="releaseDate" datetime="2026-01-02">2 January</time><data itemprop="sku" value="17">seventeen</data>
  <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="5.20"><span itemprop="priceCurrency">EUR</span></div>
  <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="2.70"></div>
</div><p id="more" itemprop="description">Dark.</p>`;

const RDFA = `<div vocab="https://schema.org/" prefix="og: http://ogp.me/ns#"><div typeof="Product" resource="#loaf">
  <h1 property="name">Rye loaf</h1><img property="image" src="/loaf.png"><a property="url" href="/rye">link</a>
  <time property="releaseDate" datetime="2026-01-02">2 January</time>
  <div property="offers" typeof="schema:Offer"><meta property="price" content="5.20"><span property="schema:priceCurrency">EUR</span></div>
</div></div>`;

describe("microdata", () => {
  it("is read with what is nested, referred to and written in attributes", async () => {
    const { items } = await read(MICRODATA);
    expect(items.map(plain)).toEqual([
      {
        type: "Product",
        name: ["Rye loaf"],
        image: ["https://shop.example/loaf.png"],
        url: ["https://shop.example/rye"],
        sameAs: ["https://shop.example/rye"],
        releaseDate: ["2026-01-02"],
        sku: ["17"],
        offers: [
          { type: "Offer", price: ["5.20"], priceCurrency: ["EUR"] },
          { type: "Offer", price: ["2.70"] },
        ],
        description: ["Dark."],
      },
    ]);
    expect(items[0]?.where).toContain("div");
  });

  it("that refers to itself ends", async () => {
    const { items } = await read(
      '<div id="a" itemscope itemref="b"><i itemprop="x">1</i></div><div id="b" itemprop="y" itemscope itemref="a b"><b itemprop="z">2</b></div>',
    );
    expect(items.length).toBe(1);
  });

  it("that refers to the same in a thousand places costs no more than it may", async () => {
    const parts = Array.from({ length: 50 }, (_, n) => `<div id="r${n}">${"<b itemprop=x>v</b>".repeat(100)}</div>`).join("");
    const ids = Array.from({ length: 50 }, (_, n) => `r${n}`).join(" ");
    const { cut } = await read(`${parts}${`<div itemscope itemref="${ids}"></div>`.repeat(1_000)}`);
    expect(cut).toBe(true);
  });

  it("says the same as a parser that makes triples of it", async () => {
    const parser = new MicrodataRdfParser({ baseIRI: BASE });
    const theirs = await objectsOf(parser as unknown as Parser, MICRODATA);
    expect(values((await read(MICRODATA)).items)).toEqual(theirs);
  });
});

describe("RDFa", () => {
  it("is read by vocabulary and prefixes, and Open Graph is none of it", async () => {
    const { items } = await read(`<meta property="og:title" content="Loaf">${RDFA}<p property="name">stray</p>`);
    expect(items.map(plain)).toEqual([
      {
        type: "Product",
        name: ["Rye loaf"],
        image: ["https://shop.example/loaf.png"],
        url: ["https://shop.example/rye"],
        releaseDate: ["2026-01-02"],
        offers: [{ type: "Offer", price: ["5.20"], priceCurrency: ["EUR"] }],
      },
    ]);
    expect(items[0]?.id).toBe("#loaf");
  });

  it("says the same as a parser that makes triples of it", async () => {
    const parser = new RdfaParser({ baseIRI: BASE, contentType: "text/html" });
    const theirs = await objectsOf(parser as unknown as Parser, RDFA);
    expect(values((await read(RDFA)).items)).toEqual(theirs);
  });
});

type Parser = { on: (event: string, tell: (quad: never) => void) => unknown; write: (text: string) => unknown; end: () => void };
type Quad = { predicate: { value: string }; object: { value: string; termType: string } };

/** `name=value` of every plain value, sorted. */
async function objectsOf(parser: Parser, html: string): Promise<string[]> {
  const quads: Quad[] = [];
  await new Promise<void>((resolve, reject) => {
    parser.on("data", (quad: Quad) => quads.push(quad));
    parser.on("error", reject as (error: never) => void);
    parser.on("end", () => resolve());
    parser.write(html);
    parser.end();
  });
  return quads
    .filter(({ object, predicate }) => object.termType !== "BlankNode" && /schema\.org/.test(predicate.value))
    .map(
      ({ predicate, object }) =>
        `${predicate.value.replace(/^https?:\/\/schema\.org\//, "")}=${object.value.replaceAll(/\s+/g, " ").trim()}`,
    )
    .sort();
}

function values(items: readonly DataItem[]): string[] {
  return items
    .flatMap(({ properties }) =>
      [...properties].flatMap(([name, list]) => list.flatMap((one) => (isItem(one) ? values([one]) : [`${name}=${one}`]))),
    )
    .sort();
}
