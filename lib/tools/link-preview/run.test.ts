import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "@/lib/devnet/sampleSite";
import { picture } from "@/lib/devnet/sampleSite/picture";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { run } from "./run";
import { output } from "./schema";

let sample: SampleSite;
let site: Site;
let web: Web;
const pages: Record<string, string> = {};

beforeAll(async () => {
  sample = await startSampleSite();
  site = await startSite((asked, answer) => {
    const path = new URL(asked.url ?? "/", "http://x").pathname;
    if (path === "/slow.png") return;
    if (path.endsWith(".png")) return void answer.writeHead(200, { "content-type": "image/png" }).end(picture(48, 24));
    if (path === "/favicon.ico") return void answer.writeHead(200, { "content-type": "image/x-icon" }).end("icon");
    if (path === "/oembed") {
      const told = {
        type: "video",
        title: "Rolls\u202e",
        author_name: "Baker",
        provider_name: "Tube",
        html: "<script>alert(1)</script>",
        width: 640,
      };
      return void answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(told));
    }
    if (pages[path] === undefined) return void answer.writeHead(404, { "content-type": "text/html" }).end("<title>no</title>");
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pages[path]);
  });
  web = testWeb([{ ...site, origin: sample.origin }, site]);
});
afterAll(() => Promise.all([sample.close(), site.close()]));

const preview = async (url: string) => output.parse(await run({ url }, webContext(web)));
const page = async (head: string, body = "") => {
  pages["/page"] = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return preview(`${site.origin}/page`);
};

describe("the preview of a link", () => {
  it("tells of a good article all that is in it, and from where", async () => {
    const answer = await preview(`${sample.origin}/old`);
    expect(answer.page).toMatchObject({ url: `${sample.origin}/article`, status: 200, redirects: 2, content_type: "text/html" });
    expect(answer).toMatchObject({
      title: { value: "How to keep a sourdough starter alive for years", source: "og:title" },
      description: { source: "og:description" },
      site_name: { value: "Three Ovens Bakery", source: "og:site_name" },
      author: { value: "Mara Lindqvist", source: "author" },
      published: { value: "2026-03-14T08:00:00+01:00", source: "article:published_time" },
      type: { value: "article" },
      canonical: { value: `${sample.origin}/article`, source: "link canonical" },
      language: { value: "en", source: "html lang" },
      theme_colour: { value: "#8a5a2b" },
      card: { value: "summary_large_image" },
      image: { url: `${sample.origin}/loaf.png`, source: "og:image", width: 320, height: 180, size_from: "file", answered: true },
      favicon: { url: `${sample.origin}/icon.png`, source: "link icon", sizes: "32x32" },
      oembed: null,
    });
    expect(answer.open_graph.map(({ key }) => key)).toContain("article:modified_time");
  });

  it("falls back from one place to the next, and says null where there is none", async () => {
    const bare = await page("", "<h1> A   heading\n</h1>");
    expect(bare).toMatchObject({ title: { value: "A heading", source: "h1" }, description: null, image: null, canonical: null });
    expect(bare.favicon).toEqual({ url: `${site.origin}/favicon.ico`, source: "/favicon.ico", type: "image/x-icon", sizes: null });
    const data = {
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "From data",
          author: [{ "@type": "Person", name: "Ann" }],
          image: { url: "/data.png" },
          datePublished: "2026-01-02",
        },
      ],
    };
    expect(await page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toMatchObject({
      title: { value: "From data", source: "JSON-LD headline" },
      author: { value: "Ann", source: "JSON-LD author" },
      published: { value: "2026-01-02", source: "JSON-LD datePublished" },
      type: { value: "NewsArticle", source: "JSON-LD @type" },
      image: { url: `${site.origin}/data.png`, width: 48, height: 24 },
    });
  });

  it("resolves addresses as the page's base says, and leaves out what is no address", async () => {
    const answer = await page(
      `<base href="/deep/"><link rel=canonical href="x?y"><link rel="icon" href="javascript:alert(1)"><link rel="icon" sizes="16x16" href="a.png"><link rel="icon" sizes="192x192" href="b.png"><meta property="og:image" content="data:image/png;base64,AA"><meta name="twitter:image" content="c.png">`,
    );
    expect(answer.canonical?.value).toBe(`${site.origin}/deep/x?y`);
    expect(answer.favicon?.url).toBe(`${site.origin}/deep/b.png`);
    expect(answer.image).toMatchObject({ url: `${site.origin}/deep/c.png`, source: "twitter:image" });
  });

  it("takes the page's word for a picture's size only where the picture is silent", async () => {
    const claimed = '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">';
    expect((await page(`<meta property="og:image" content="/p.png">${claimed}`)).image).toMatchObject({
      width: 48,
      height: 24,
      size_from: "file",
    });
    expect((await page(`<meta property="og:image" content="/gone">${claimed}`)).image).toMatchObject({
      width: 1200,
      size_from: "page",
      answered: false,
    });
    expect((await page('<meta property="og:image" content="http://10.0.0.1/inside.png">')).image).toMatchObject({
      width: null,
      size_from: "not_measured",
      answered: null,
    });
  });

  it("asks the page's oEmbed address, and hands on no markup of it", async () => {
    const answer = await page('<link rel="alternate" type="application/json+oembed" href="/oembed">');
    expect(answer.oembed).toMatchObject({
      answered: true,
      type: "video",
      title: "Rolls",
      author: "Baker",
      provider: "Tube",
      width: 640,
      height: null,
    });
    expect(JSON.stringify(answer)).not.toContain("<script");
    expect((await page('<link rel="alternate" type="application/json+oembed" href="/gone">')).oembed).toMatchObject({
      answered: false,
      title: null,
    });
  });

  it("of a picture is the picture, and of a document what its headers say", async () => {
    expect(await preview(`${sample.origin}/loaf.png`)).toMatchObject({
      title: null,
      image: { width: 320, height: 180, source: "the address itself" },
    });
    expect(await preview(`${sample.origin}/opening-hours.pdf`)).toMatchObject({
      title: null,
      image: null,
      page: { content_type: "application/pdf" },
    });
  });

  it("is none of a page that is not there", async () => {
    await expect(run({ url: `${site.origin}/nothing` }, webContext(web))).rejects.toMatchObject({ reason: "page_error", kind: "refused" });
  });

  it("keeps lists and texts short, whatever the page does", async () => {
    const tags = Array.from({ length: 200 }, (_, n) => `<meta property="og:x${n}" content="${"y".repeat(3_000)}">`).join("");
    const answer = await page(`${tags}<title>${"long ".repeat(10_000)}</title>`);
    expect(answer.open_graph.length).toBe(60);
    expect(answer.tags_left_out).toBe(140);
    expect(answer.title?.value.length).toBeLessThanOrEqual(500);
    expect(JSON.stringify(answer).length).toBeLessThan(60_000);
  });
});
