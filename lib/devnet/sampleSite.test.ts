import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "./sampleSite";

let site: SampleSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.close());

const ask = (path: string, init?: RequestInit) => fetch(`${site.origin}${path}`, { redirect: "manual", ...init });

describe("the sample site", () => {
  it("has its pages, and says so where it has none", async () => {
    for (const path of ["/", "/de/", "/article", "/product", "/faulty", "/secure", "/careless", "/llms.txt"]) {
      expect((await ask(path)).status, path).toBe(200);
    }
    expect((await ask("/missing")).status).toBe(404);
    expect((await ask("/toString")).status).toBe(404);
    expect((await ask("/", { method: "POST" })).status).toBe(405);
  });

  it("leads from the old address over another to the article", async () => {
    expect((await ask("/old")).headers.get("location")).toBe("/older");
    expect((await ask("/older")).headers.get("location")).toBe("/article");
  });

  it("names itself by the address that it has", async () => {
    expect(await (await ask("/sitemap.xml")).text()).toContain(`<loc>${site.origin}/missing</loc>`);
    expect(await (await ask("/robots.txt")).text()).toContain(`Sitemap: ${site.origin}/sitemap.xml`);
    expect(await (await ask("/")).text()).toContain(`<link rel="canonical" href="${site.origin}/">`);
  });

  it("holds a picture and a document that programs can open", async () => {
    const { imageSize } = await import("image-size");
    expect(imageSize(Buffer.from(await (await ask("/loaf.png")).arrayBuffer()))).toMatchObject({ width: 320, height: 180, type: "png" });
    const { extractText, getDocumentProxy } = await import("unpdf");
    const bytes = new Uint8Array(await (await ask("/opening-hours.pdf")).arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(text).toContain("Saturday: 6:30 to 13:00");
  });
});
