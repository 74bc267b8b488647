import { imageSize } from "image-size";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserPool } from "@/lib/web/browser/browserPool";
import { CHROMIUM, testPool } from "@/lib/web/browser/testdata/browser";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import type { Web } from "@/lib/web/types";
import { definition } from "./definition";
import { takePicture } from "./run";
import { input, output, type ScreenshotAnswer } from "./schema";

const page = (body: string, head = "") => `<!doctype html><html><head><title>Three loaves</title>${head}</head><body>${body}</body></html>`;
/** Noise that no format can make small. */
const NOISE = `<canvas id="c" width="1280" height="1600"></canvas><script>
  const context = document.getElementById("c").getContext("2d");
  const pixels = context.createImageData(1280, 1600);
  for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
  context.putImageData(pixels, 0, 0);
</script>`;

let site: Site;
let web: Web;
let pool: BrowserPool;

beforeAll(async () => {
  const pages: Record<string, string> = {
    "/": page("<h1>Rye</h1>", '<meta name="viewport" content="width=device-width">'),
    "/wide": page("<h1>Made before phones</h1>"),
    "/tall": page('<div style="height: 3000px; background: linear-gradient(red, blue)"></div>'),
    "/endless": page('<div style="height: 30000px"></div>'),
    "/dark": page("", "<style>@media (prefers-color-scheme: dark) { html { background: #000 } }</style>"),
    "/late": page("<script>setTimeout(() => (document.title = 'later'), 600)</script>"),
    "/faulty": page("<script>console.error('flour is out'); for (let i = 0; i < 30; i++) console.error('again'); null.bread</script>"),
    "/greedy": page("<img src='http://127.0.0.1:8080/a'><img src='http://10.0.0.7/b'>"),
    "/leads-on": page("<script>setTimeout(() => (location = 'http://10.0.0.7/'), 900)</script>"),
    "/noise": page(NOISE),
    "/long-title": `<title>${"t".repeat(5_000)}</title>`,
  };
  site = await startSite((asked, answer) => {
    const path = new URL(asked.url ?? "/", "http://x").pathname;
    if (path === "/robots.txt") return void answer.end("User-agent: *\nAllow: /\nDisallow: /wide");
    if (path === "/favicon.ico") return void answer.writeHead(204).end();
    if (path === "/json") return void answer.writeHead(200, { "content-type": "application/json" }).end('{"rye":1}');
    if (path === "/pdf") return void answer.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7");
    answer.writeHead(pages[path] ? 200 : 404, { "content-type": "text/html" }).end(pages[path] ?? page("gone"));
  });
  web = testWeb([site]);
  pool = testPool();
});

afterAll(async () => {
  await pool?.close();
  await site?.close();
});

const take = async (path: string, over: Record<string, unknown> = {}): Promise<ScreenshotAnswer> => {
  const ctx = { signal: new AbortController().signal, homeChain: "eip155:84532", chain: () => null, web };
  return output.parse(await takePicture(pool, input.parse({ url: `${site.origin}${path}`, ...over }), ctx));
};
const pixels = ({ image }: ScreenshotAnswer) => imageSize(Buffer.from(image.base64, "base64"));

describe.skipIf(!CHROMIUM)("a picture of a page", () => {
  it("is as large as the window, and comes with the page's facts", async () => {
    const answer = await take("/");
    expect(answer).toMatchObject({
      url: `${site.origin}/`,
      title: "Three loaves",
      status: 200,
      complete: true,
      truncated: false,
      page_height: 800,
      robots: { allowed: true, rule: "line 2: Allow: /" },
      console_errors: { count: 0, first: [] },
      image: { mime_type: "image/png", width: 1280, height: 800, scale: 1 },
    });
    expect(pixels(answer)).toMatchObject({ type: "png", width: 1280, height: 800 });
    expect(answer.image.bytes).toBe(Buffer.from(answer.image.base64, "base64").length);
  });

  it("is a phone's where one is asked for", async () => {
    expect((await take("/", { device: "phone" })).image).toMatchObject({ width: 780, height: 1_688, scale: 2 });
    // A page that was not made for phones is shown from farther away, in a picture of the same size.
    expect((await take("/wide", { device: "phone" })).image).toMatchObject({ width: 780, height: 1_688 });
  });

  it("has the window that is asked for", async () => {
    expect((await take("/", { width: 500, height: 300 })).image).toMatchObject({ width: 500, height: 300 });
  });

  it("is of the whole page where that is wanted, to an end", async () => {
    const tall = await take("/tall", { full_page: true });
    expect(tall).toMatchObject({ truncated: false, image: { width: 1280 } });
    expect(tall.image.height).toBe(tall.page_height);
    expect(tall.page_height).toBeGreaterThan(3_000);
    const endless = await take("/endless", { full_page: true });
    expect(endless).toMatchObject({ truncated: true, image: { height: 8_000 } });
    expect(endless.page_height).toBeGreaterThan(30_000);
  });

  it("is WebP, and smaller", async () => {
    const [webp, png] = [await take("/tall", { format: "webp" }), await take("/tall")];
    expect(pixels(webp)).toMatchObject({ type: "webp", width: 1280, height: 800 });
    expect(webp.image).toMatchObject({ mime_type: "image/webp", width: 1280, height: 800 });
    expect(webp.image.bytes).toBeLessThan(png.image.bytes);
  });

  it("shows dark colours on request", async () => {
    const [light, dark] = [await take("/dark"), await take("/dark", { dark: true })];
    expect(dark.image.base64).not.toBe(light.image.base64);
  });

  it("waits as long as it is told", async () => {
    expect((await take("/late", { wait_ms: 2_000 })).title).toBe("later");
  });

  it.each([{ format: "png" }, { format: "webp" }, { format: "png", full_page: true }])("never weighs more than 2 MB: %o", async (how) => {
    const { image, truncated } = await take("/noise", how);
    expect(image.bytes).toBeLessThanOrEqual(2_000_000);
    expect(pixels({ image } as ScreenshotAnswer)).toMatchObject({ width: image.width, height: image.height });
    expect(image.scale < 1 || truncated || how.format === "webp").toBe(true);
  });
});

describe.skipIf(!CHROMIUM)("what is told beside the picture", () => {
  it("are the page's errors, the first of them", async () => {
    const { console_errors } = await take("/faulty");
    expect(console_errors.count).toBe(32);
    expect(console_errors.first).toHaveLength(20);
    expect(console_errors.first.slice(0, 2)).toEqual(["flour is out", "again"]);
  });

  it("is what the page was not let", async () => {
    const { blocked_requests } = await take("/greedy");
    const reasons = blocked_requests.first.filter(({ url }) => /127\.0\.0\.1:8080|10\.0\.0\.7/.test(url)).map(({ reason }) => reason);
    expect(reasons).toEqual(["address_not_allowed", "address_not_allowed"]);
  });

  it("is the status of a page that is not there, with its picture", async () => {
    expect(await take("/missing")).toMatchObject({ status: 404, image: { width: 1280 } });
  });

  it("is what robots are asked not to look at, which is left to whoever asks", async () => {
    expect((await take("/wide")).robots).toEqual({ allowed: false, rule: "line 3: Disallow: /wide" });
  });

  it("is no picture of a page that has led on to where it must not", async () => {
    await expect(take("/leads-on", { wait_ms: 2_000 })).rejects.toMatchObject({ reason: "address_not_allowed" });
  });

  it("is a title of bearable length", async () => {
    expect((await take("/long-title")).title).toHaveLength(300);
  });
});

describe.skipIf(!CHROMIUM)("what is no page", () => {
  it("is refused, but not what a browser shows as text", async () => {
    await expect(take("/pdf")).rejects.toMatchObject({ name: "ToolRefusal", reason: "not_a_page" });
    expect((await take("/json")).status).toBe(200);
  });

  it.each([
    ["http://127.0.0.1:1/", "address_not_allowed"],
    ["http://169.254.169.254/latest/meta-data/", "address_not_allowed"],
    ["file:///etc/passwd", "bad_url"],
    ["javascript:alert(1)", "bad_url"],
  ])("%s is refused before a browser is asked", async (url, reason) => {
    const ctx = { signal: new AbortController().signal, homeChain: "eip155:84532", chain: () => null, web };
    await expect(takePicture(pool, input.parse({ url }), ctx)).rejects.toMatchObject({ reason });
  });
});

describe("the input", () => {
  it.each([{ width: 10 }, { height: 99_999 }, { wait_ms: 60_000 }, { format: "gif" }, { full_page: "perhaps" }, { device: "watch" }])(
    "%o is refused",
    (over) => {
      expect(input.safeParse({ url: "https://a.example/", ...over }).success).toBe(false);
    },
  );

  it("lists the reasons that the browser and the way out have", () => {
    const listed = definition.faults.map(({ reason }) => reason as string);
    for (const reason of [
      "queue_full",
      "too_slow",
      "browser_missing",
      "browser_failed",
      "page_overloaded",
      "not_a_page",
      "unreachable",
      "too_much",
    ])
      expect(listed).toContain(reason);
  });
});
