import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite, testWeb } from "../testdata/site";
import type { Web } from "../types";
import type { BrowserPool } from "./browserPool";
import { DESKTOP } from "./looks";
import { type RenderedPage, renderPage } from "./renderPage";
import { CHROMIUM, testPool } from "./testdata/browser";

const page = (body: string) => `<!doctype html><title>Bread</title><body>${body}`;

let inside: Site;
let site: Site;
let web: Web;
let pool: BrowserPool;
let udpPort = 0;
let udpPackets = 0;
const udp = createSocket("udp4");

beforeAll(async () => {
  udp.on("message", () => {
    udpPackets += 1;
  });
  udp.bind(0, "127.0.0.1");
  await once(udp, "listening");
  udpPort = udp.address().port;
  inside = await startSite((_, answer) => void answer.end("secret"));
  site = await startSite((asked, answer) => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      void answer.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
    const pages: Record<string, string> = {
      "/plain": page("<h1>Rye</h1><script>document.body.append('made by a script')</script>"),
      "/greedy": page(greedy(inside.port, udpPort)),
      "/script-to-inside": page(`<script>location = "http://127.0.0.1:${inside.port}/"</script>`),
      "/meta-to-inside": page(`<meta http-equiv="refresh" content="0;url=http://localhost:${inside.port}/">`),
      "/endless-script": page("<p>before</p><script>for (;;);</script>"),
      "/alerts": page("<script>alert(1); confirm('really?'); prompt('who?'); document.body.append('went on')</script>"),
      "/noise": page("<script>for (;;) console.log('x')</script>"),
      "/windows": page("<script>for (let i = 0; i < 5; i++) open('/plain?popup=' + i)</script>stays"),
      "/worker": page(
        "<script>navigator.serviceWorker.register('/sw.js').then(() => document.title = 'has one', () => document.title = 'has none')</script>",
      ),
      "/asks": page(
        "<script>navigator.geolocation.getCurrentPosition(() => document.title = 'told', (e) => document.title = 'code ' + e.code)</script>",
      ),
      "/agent": page("<script>document.body.append(navigator.userAgent)</script>"),
      "/cookie": page("<script>document.body.append('had: ' + document.cookie); document.cookie = 'a=1'</script>"),
      "/ticking": page("<script>setInterval(() => fetch('/tick?' + Math.random()), 20)</script>"),
      "/hanging-part": page("<p>here</p><img src='/never'>"),
      "/never": "",
    };
    const path = new URL(asked.url ?? "/", "http://x").pathname;
    if (path === "/never") return;
    if (path === "/to-inside") return void answer.writeHead(302, { location: `http://127.0.0.1:${inside.port}/` }).end();
    if (path === "/to-metadata") return void answer.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
    if (path === "/to-file") return void answer.writeHead(302, { location: "file:///etc/passwd" }).end();
    if (path === "/circle") return void answer.writeHead(302, { location: "/circle" }).end();
    if (path === "/file") return send("zip", { "content-type": "application/zip", "content-disposition": "attachment; filename=a.zip" });
    if (path === "/nothing") return void answer.writeHead(204).end();
    if (path === "/sw.js") return send("", { "content-type": "text/javascript" });
    if (path === "/missing") return void answer.writeHead(404, { "content-type": "text/html" }).end(page("gone"));
    if (path === "/flood") {
      answer.writeHead(200, { "content-type": "text/html" });
      const pour = () => {
        if (!answer.destroyed) void (answer.write("<p>flood</p>".repeat(20_000)) ? setImmediate(pour) : answer.once("drain", pour));
      };
      return pour();
    }
    send(pages[path] ?? page("other"));
  });
  web = testWeb([site]);
  pool = testPool();
});

afterAll(async () => {
  await pool?.close();
  await Promise.all([site?.close(), inside?.close()]);
  udp.close();
});

/** Whatever a page may try to reach what only this machine should. */
function greedy(port: number, stunPort: number): string {
  const inner = `http://127.0.0.1:${port}`;
  return `<img src="${inner}/img"><img src="http://localhost:${port}/name"><img src="http://[::1]:${port}/v6"><img src="http://0x7f.1:${port}/hex">
    <iframe src="${inner}/frame"></iframe><link rel="preconnect" href="${inner}"><link rel="prefetch" href="${inner}/prefetch">
    <script>
      new WebSocket("ws://127.0.0.1:${port}/ws");
      fetch("${inner}/fetch").catch(() => {});
      fetch("http://169.254.169.254/latest/meta-data/").catch(() => {});
      navigator.sendBeacon("${inner}/beacon", "x");
      new Worker(URL.createObjectURL(new Blob(["fetch('${inner}/worker').catch(() => {})"])));
      const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${stunPort}" }, { urls: "turn:127.0.0.1:${port}?transport=tcp", username: "a", credential: "b" }] });
      peer.createDataChannel("x");
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    </script>`;
}

const never = () => new AbortController().signal;
const render = (path: string, signal = never()): Promise<RenderedPage> =>
  renderPage(`${site.origin}${path}`, signal, { through: web, pool });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "answered",
    (error: { reason?: string }) => error.reason ?? String(error),
  );

describe.skipIf(!CHROMIUM)("a page in the browser", () => {
  it("is what its scripts made of it", async () => {
    expect(await render("/plain")).toMatchObject({
      status: 200,
      url: `${site.origin}/plain`,
      html: expect.stringContaining("made by a script"),
    });
  });

  it("may be one that is not there, which is said", async () => {
    expect((await render("/missing")).status).toBe(404);
  });

  it("learns who looks at it", async () => {
    expect((await render("/agent")).html).toMatch(/Chrome\/\d+\.0\.0\.0 Safari\/537\.36 TestBot\/1\.0/);
  });

  it("leaves nothing to the next one", async () => {
    await render("/cookie");
    expect((await render("/cookie")).html).toContain("had: <");
  });

  it("gets no answer to its dialogs, and goes on", async () => {
    expect((await render("/alerts")).html).toContain("went on");
  });

  it("opens no other windows", async () => {
    const before = site.asked.length;
    expect((await render("/windows")).html).toContain("stays");
    const popups = site.asked.slice(before).filter((line) => line.includes("popup"));
    expect(popups.length).toBeLessThan(6);
  });

  it("registers no service worker, and learns no place", async () => {
    expect((await render("/worker")).html).toContain("has none");
    expect((await render("/asks")).html).toContain("code 1");
  });

  it("is shown though a part of it never comes", async () => {
    expect((await render("/hanging-part")).html).toContain("here");
  });

  it("is shown though its script never ends: the script is stopped", async () => {
    expect((await render("/endless-script")).html).toContain("before");
  });
});

describe.skipIf(!CHROMIUM)("what no page may reach", () => {
  it("is this machine, its network and its cloud's keys, by whatever way", async () => {
    const seen = await pool.call({
      kind: "test",
      web,
      signal: never(),
      look: DESKTOP,
      use: async (context, proxy) => {
        const tab = await context.newPage();
        await tab.goto(`${site.origin}/greedy`, { waitUntil: "load" });
        await expect.poll(() => proxy.blockedCount(), { timeout: 10_000 }).toBeGreaterThanOrEqual(10);
        return { count: proxy.blockedCount(), first: [...proxy.blocked] };
      },
    });
    expect(inside.asked).toEqual([]);
    expect(udpPackets).toBe(0);
    expect(seen.first).toHaveLength(10);
    for (const { reason } of seen.first) expect(reason).toBe("address_not_allowed");
  });

  it.each(["/to-inside", "/to-metadata", "/script-to-inside", "/meta-to-inside"])("also by way of %s", async (path) => {
    expect(await reasonOf(render(path))).toBe("address_not_allowed");
    expect(inside.asked).toEqual([]);
  });

  it("is a file of this machine", async () => {
    expect(await reasonOf(render("/to-file"))).not.toBe("answered");
    expect(await reasonOf(renderPage("file:///etc/passwd", never(), { through: web, pool }))).toBe("bad_url");
    expect(await reasonOf(renderPage("view-source:http://a.example/", never(), { through: web, pool }))).toBe("bad_url");
  });

  it("is anything once its call is over", async () => {
    await render("/ticking");
    const ticks = () => site.asked.filter((line) => line.includes("/tick?")).length;
    expect(ticks()).toBeGreaterThan(0);
    const before = ticks();
    await render("/plain");
    expect(ticks()).toBe(before);
  });
});

describe.skipIf(!CHROMIUM)("refusals", () => {
  it.each([
    ["/file", "not_a_page"],
    ["/nothing", "not_a_page"],
    ["/circle", "too_many_redirects"],
    ["/noise", "page_overloaded"],
  ])("%s: %s", async (path, reason) => {
    expect(await reasonOf(render(path))).toBe(reason);
  });

  it("of a host that is away", async () => {
    const gone = await startSite((_, answer) => void answer.end());
    const away = testWeb([gone]);
    await gone.close();
    expect(await reasonOf(renderPage(`${gone.origin}/`, never(), { through: away, pool }))).toBe("unreachable");
  });

  it("when nobody waits any more, and the browser is free again", async () => {
    const stop = new AbortController();
    const rendering = reasonOf(render("/never", stop.signal));
    await expect.poll(() => site.asked.includes("GET /never"), { timeout: 10_000 }).toBe(true);
    stop.abort();
    expect(await rendering).toBe("too_slow");
    expect((await render("/plain")).status).toBe(200);
  });

  it("of a page that pours without end: what came is cut off, and the call ends", async () => {
    const began = performance.now();
    expect(["answered", "page_overloaded", "too_slow"]).toContain(await reasonOf(render("/flood")));
    expect(performance.now() - began).toBeLessThan(45_000);
    expect((await render("/plain")).status).toBe(200);
  });
});

describe.skipIf(!CHROMIUM)("the pool", () => {
  it("answers as many as it has room for, and turns the rest away at once", async () => {
    const calls = await Promise.all(Array.from({ length: 20 }, () => reasonOf(render("/plain"))));
    expect(calls.filter((reason) => reason === "answered").length).toBe(10);
    expect(calls.filter((reason) => reason === "queue_full").length).toBe(10);
  });

  it("starts another browser where one has crashed", async () => {
    const crashed = await reasonOf(
      pool.call({
        kind: "test",
        web,
        signal: never(),
        look: DESKTOP,
        use: async (context) => {
          const tab = await context.newPage();
          await tab.goto("chrome://crash", { timeout: 3_000 }).catch(() => undefined);
          const session = await context.browser()?.newBrowserCDPSession();
          await session?.send("Browser.crash").catch(() => undefined);
          await tab.title();
        },
      }),
    );
    expect(crashed).toBe("browser_failed");
    expect((await render("/plain")).status).toBe(200);
  });

  it("takes a fresh browser after its share of calls, and none when idle", async () => {
    const short = testPool({ callsEach: 2, idleMs: 50 });
    const once = () => renderPage(`${site.origin}/plain`, never(), { through: web, pool: short });
    expect((await Promise.all([once(), once(), once(), once()])).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await short.close();
  });

  it("says that there is no browser", async () => {
    const none = testPool({ place: async () => "There is none." });
    const rendering = renderPage(`${site.origin}/plain`, never(), { through: web, pool: none });
    await expect(rendering).rejects.toMatchObject({ reason: "browser_missing", kind: "unavailable", message: "There is none." });
  });
});
