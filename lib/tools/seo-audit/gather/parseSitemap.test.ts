import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSitemap } from "./parseSitemap";

const listed = (text: string) => [...parseSitemap(text).locations];

describe("a sitemap", () => {
  it("is read with prefixes, CDATA and entities", () => {
    const text = `<?xml version="1.0"?><s:urlset xmlns:s="x"><s:url><s:loc> https://a.test/?a=1&amp;b=2 </s:loc></s:url>
      <s:url><s:loc><![CDATA[https://a.test/c]]></s:loc></s:url></s:urlset>`;
    expect(parseSitemap(text)).toMatchObject({ kind: "urlset", count: 2, fault: null });
    expect(listed(text)).toEqual(["https://a.test/?a=1&b=2", "https://a.test/c"]);
  });
  it("may be an index, or a list of lines", () => {
    expect(parseSitemap("<sitemapindex><sitemap><loc>https://a.test/1.xml</loc></sitemap></sitemapindex>").kind).toBe("index");
    expect(parseSitemap("https://a.test/\r\nhttps://a.test/b\r\n")).toMatchObject({ kind: "text", count: 2, fault: null });
  });
  it.each([
    ["", "It is neither a urlset nor a sitemapindex."],
    ["<!doctype html><urlset>", "A web page came instead of a sitemap."],
    ["<urlset></urlset>", "It lists nothing."],
    ["<urlset><url><loc>https://a.test/</loc></url>", "It breaks off before its end."],
    ["<urlset><url><loc>/a</loc></url></urlset>", '"/a" is no address.'],
    ["https://a.test/\nhello", "It is neither a urlset nor a sitemapindex."],
  ])("%j is none", (text, fault) => expect(parseSitemap(text).fault).toBe(fault));
  it("that was cut while reading is not blamed for it", () => {
    expect(parseSitemap("<urlset><url><loc>https://a.test/</loc></url><ur", true)).toMatchObject({ fault: null });
  });
  it("may be of any kind, and never takes long", () => {
    const began = performance.now();
    for (const piece of ["<loc", "<loc>", "<a:loc >", "<![CDATA[", "<urlset", "&amp;", " "])
      parseSitemap(`<urlset>${piece.repeat(300_000)}`);
    expect(performance.now() - began).toBeLessThan(3_000);
    fc.assert(fc.property(fc.string(), (text) => parseSitemap(text).count >= 0));
  });
});
