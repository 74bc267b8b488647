import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { webContext } from "@/lib/web/testdata/context";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import { turnCounts, USUAL_LIMITS } from "@/lib/web/turns";
import { ToolRefusal } from "../refusal";
import { run } from "./run";
import { output, type SeoAuditAnswer } from "./schema";
import { goodPage, htmlOf } from "./testdata/pageSpec";

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

/** A site that answers one path as told, and nothing else. */
async function siteWith(path: string, answer: RequestListener): Promise<Site> {
  const site = await startSite((request, response) => {
    if (new URL(request.url ?? "/", "http://x.test").pathname === path) return answer(request, response);
    response.writeHead(404).end();
  });
  open.push(site);
  return site;
}

const html =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);

async function audit(site: Site, path: string, pages = 1, signal?: AbortSignal): Promise<SeoAuditAnswer> {
  return output.parse(await run({ url: `${site.origin}${path}`, pages }, webContext(testWeb([site]), signal)));
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ToolRefusal ? error.reason : error),
  );

const ids = ({ issues }: SeoAuditAnswer) => issues.map(({ id }) => id);

describe("what is no page costs nothing", () => {
  it.each([301, 403, 404, 410, 500, 503])("status %i without a place to go", async (status) => {
    const site = await siteWith("/", (_, response) => void response.writeHead(status, { "content-type": "text/html" }).end("<p>No</p>"));
    expect(await refusal(audit(site, "/"))).toBe("bad_status");
    expect(site.asked).toEqual(["GET /"]);
  });

  it.each([
    ["application/pdf", "%PDF-1.4"],
    ["application/json", "{}"],
    ["image/svg+xml", "<svg/>"],
    ["text/plain", "<html>"],
    ["text/html", ""],
  ])("%s", async (type, body) => {
    const site = await siteWith("/", html(body, { "content-type": type }));
    expect(await refusal(audit(site, "/"))).toBe("not_html");
  });

  it("a loop of redirects", async () => {
    const site = await siteWith("/", (_, response) => void response.writeHead(302, { location: "/" }).end());
    expect(await refusal(audit(site, "/"))).toBe("too_many_redirects");
  });

  it("a server that is not there, and an address that may not be asked", async () => {
    const site = await siteWith("/", html("<p>Hello</p>"));
    await site.close();
    open.length = 0;
    expect(await refusal(audit(site, "/"))).toBe("unreachable");
    expect(await refusal(run({ url: "http://127.0.0.1:1/", pages: 1 }, webContext(testWeb([]))))).toBe("address_not_allowed");
  });

  it("a server that takes the question and never answers, one that never ends, and one that drips", async () => {
    const silent = await siteWith("/", () => undefined);
    expect(await refusal(audit(silent, "/", 1, AbortSignal.timeout(300)))).toBe("too_slow");
    const dripping = await siteWith("/", (request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const timer = setInterval(() => response.write("<p>x"), 20);
      request.on("close", () => clearInterval(timer));
    });
    expect(await refusal(audit(dripping, "/", 1, AbortSignal.timeout(300)))).toBe("too_slow");
  });

  it("a site that others ask too often, which is said as busy", async () => {
    const site = await siteWith("/", html("<p>Hello</p>"));
    const own = { atOnce: 1, perSecond: 0.001, burst: 1 };
    const web = testWeb([site], { turns: turnCounts({ ...USUAL_LIMITS, own }) });
    await web.fetch(`${site.origin}/`, { signal: new AbortController().signal });
    const error = await run({ url: `${site.origin}/`, pages: 1 }, webContext(web)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: "host_busy", kind: "busy", retryAfterSeconds: expect.any(Number) });
  });
});

describe("odd pages have an answer", () => {
  it("a body without end is read up to the cap", async () => {
    const site = await siteWith("/", (request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (response.write(`<p>${"bread ".repeat(2_000)}`));
      };
      response.on("drain", more);
      request.on("close", () => response.off("drain", more));
      more();
    });
    const answer = await audit(site, "/");
    expect(ids(answer)).toContain("html-size");
    expect(answer.pages[0]).toMatchObject({ cut: true, bytes: 2 * 1024 * 1024 });
  });

  it("a bomb of 500 MB in half a megabyte of gzip", async () => {
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, "bread "));
    const packed = Buffer.concat(Array.from({ length: 64 }, () => bomb));
    const before = process.memoryUsage().rss;
    const site = await siteWith("/", html(packed, { "content-encoding": "gzip" }));
    const answer = await audit(site, "/");
    expect(answer.pages[0]).toMatchObject({ cut: true, compression: "gzip" });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it.each([
    ["windows-1251", Buffer.from([0xd5, 0xeb, 0xe5, 0xe1]), "header"],
    ["shift_jis", Buffer.from([0x83, 0x70, 0x83, 0x93]), "header"],
  ])("%s", async (charset, bytes, from) => {
    const page = Buffer.concat([Buffer.from("<!doctype html><title>"), bytes, Buffer.from("</title>")]);
    const site = await siteWith("/", html(page, { "content-type": `text/html; charset=${charset}` }));
    const answer = await audit(site, "/");
    expect(answer.pages[0]).toMatchObject({ charset, charset_from: from, title: charset === "shift_jis" ? "パン" : "Хлеб" });
    expect(ids(answer)).toContain("charset-utf8");
  });

  it("UTF-16 with its mark, and bytes that are no text at all", async () => {
    const marked = Buffer.from("\uFEFF<!doctype html><title>Хлеб</title>", "utf16le");
    expect((await audit(await siteWith("/", html(marked)), "/")).pages[0]).toMatchObject({
      title: "Хлеб",
      charset: "utf-16le",
      charset_from: "bom",
    });
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 256));
    expect((await audit(await siteWith("/", html(noise)), "/")).score.value).toBeLessThan(80);
  });

  it("a refresh, a made-up address that answers, and everything else broken off", async () => {
    const site = await startSite((request, response) => {
      if (request.url === "/") return html('<meta http-equiv="refresh" content="0;url=/there"><p>Wait</p>')(request, response);
      if (request.url?.startsWith("/no-such-page")) return html("<p>Here</p>")(request, response);
      response.destroy();
    });
    open.push(site);
    const answer = await audit(site, "/");
    expect(ids(answer)).toEqual(expect.arrayContaining(["meta-refresh", "robots-answers"]));
    // Where robots.txt breaks off nobody may ask for more, and so it stays unknown what would have come.
    expect(answer.not_measured.map(({ id }) => id)).toEqual(expect.arrayContaining(["soft-404", "llms-txt", "favicon", "sitemap-present"]));
    expect(site.asked).toEqual(["GET /", "GET /robots.txt"]);
  });

  it("thousands of faults are cut, and counted", async () => {
    const many = '<a href="javascript:x()"></a><img src="/a.png"><h5></h5><input>'.repeat(4_000);
    const answer = await audit(await siteWith("/", html(`<!doctype html><title>${"Bread ".repeat(5_000)}</title>${many}`)), "/");
    const broken = answer.issues.find(({ id }) => id === "link-crawlable");
    expect(broken?.where).toHaveLength(8);
    expect(broken?.where_left_out).toBe(1_992);
    expect(answer.pages[0]?.links.not_read).toBe(2_000);
    expect(JSON.stringify(answer).length).toBeLessThan(100_000);
  });

  it("a page in a tree deeper than anybody means", async () => {
    const answer = await audit(await siteWith("/", html(`<!doctype html><title>Deep</title>${"<div>".repeat(50_000)}`)), "/");
    expect(ids(answer)).toContain("element-depth");
    expect(answer.pages[0]?.cut).toBe(true);
  });
});

describe("what can't be told is not guessed", () => {
  it("a kept answer says nothing of how fast the server is", async () => {
    const site = await siteWith("/", html(htmlOf(goodPage("http://x.test", "/"))));
    const web = testWeb([site]);
    const input = { url: `${site.origin}/`, pages: 1 };
    await run({ ...input, max_age: 60 }, webContext(web));
    await new Promise((done) => setTimeout(done, 1_100));
    const kept = output.parse(await run({ ...input, max_age: 60 }, webContext(web)));
    expect(kept.pages[0]?.age_seconds).toBeGreaterThan(0);
    expect(kept.not_measured).toContainEqual({ id: "first-byte", why: "The answer is a kept one." });
    expect(site.asked.filter((asked) => asked === "GET /")).toHaveLength(1);
  });

  it("a page alone is held against no other page", async () => {
    const answer = await audit(await siteWith("/", html(htmlOf(goodPage("http://x.test", "/")))), "/");
    const unknown = answer.not_measured.map(({ id }) => id);
    expect(unknown).toEqual(
      expect.arrayContaining(["title-unique", "content-unique", "hreflang-return", "core-web-vitals", "tap-targets", "font-size"]),
    );
    expect(ids(answer)).toContain("https");
  });
});
