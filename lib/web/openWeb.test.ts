import { once } from "node:events";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SELF_SIGNED } from "./testdata/certificate";
import { request, type Site, startSite, testWeb } from "./testdata/site";
import type { Web } from "./types";

const PAGE = "<title>Bread</title>".repeat(50);
const BOMB = gzipSync(Buffer.alloc(200_000_000));
const packings: Record<string, (text: string) => Buffer> = {
  gzip: gzipSync,
  deflate: deflateSync,
  "deflate-raw": deflateRawSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
};

let site: Site;
let web: Web;
beforeAll(async () => {
  site = await startSite((asked, answer) => {
    const url = new URL(asked.url ?? "/", "http://x");
    const packed = packings[url.searchParams.get("packed") ?? ""];
    const name = (url.searchParams.get("packed") ?? "").replace("-raw", "");
    if (packed) return void answer.writeHead(200, { "content-encoding": name }).end(packed(PAGE));
    const to = (location: string) => void answer.writeHead(302, { location }).end("moved");
    switch (url.pathname) {
      case "/old":
        return to("/older#part");
      case "/older":
        return to("page");
      case "/inside":
        return to("http://127.0.0.1:1/secret");
      case "/metadata":
        return to("http://169.254.169.254/latest/");
      case "/script":
        return to("javascript:alert(1)");
      case "/loop":
        return to("/loop2");
      case "/loop2":
        return to("/loop");
      case "/endless":
        return to(`/endless?n=${Number(url.searchParams.get("n") ?? 0) + 1}`);
      case "/silent":
        return;
      case "/slow-headers":
        return drip(answer.socket, "HTTP/1.1 200 OK\r\nx-a: ", "a");
      case "/never-ends":
        answer.writeHead(200, { "content-type": "text/plain" });
        return drip(answer, "x", "x");
      case "/firehose":
        return pour(answer);
      case "/huge":
        return void answer.end(Buffer.alloc(3_000_000, "a"));
      case "/bomb":
        return void answer.writeHead(200, { "content-encoding": "gzip" }).end(BOMB);
      case "/double-bomb":
        return void answer.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(BOMB));
      case "/nothing-packed":
        answer.writeHead(200, { "content-encoding": "gzip" });
        return pour(answer, gzipSync(""));
      case "/half-packed":
        return void answer.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PAGE).subarray(0, 40));
      case "/wrongly-packed":
        return void answer.writeHead(200, { "content-encoding": "br" }).end("this is no brotli at all, it is a sentence");
      case "/strangely-packed":
        return void answer.writeHead(200, { "content-encoding": "exotic" }).end("as it is");
      case "/many-headers":
        return void answer.writeHead(200, Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x-${n}`, "y".repeat(2_000)]))).end();
      case "/cookies":
        answer.writeHead(200, [
          ...["Set-Cookie", "a=1", "Set-Cookie", "b=2", "Vary", "Accept", "Vary", "Cookie", "X-Agent", asked.headers["user-agent"] ?? ""],
        ]);
        return void answer.end();
      case "/broken":
        answer.writeHead(200, { "content-length": "1000" }).write("only this");
        return void setTimeout(() => answer.socket?.destroy(), 20);
      case "/garbage":
        return void answer.socket?.end("I speak no HTTP\r\n\r\n");
      case "/counted":
        return void answer.end(`answer ${site.asked.filter((line) => line.includes("/counted")).length}`);
      case "/no-store":
        return void answer.writeHead(200, { "cache-control": "private, no-store" }).end("mine");
      default:
        return void answer.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    }
  });
  web = testWeb([site]);
});
afterAll(() => site.close());

type Sink = { write: (part: string | Buffer) => boolean; destroyed: boolean } | null;

function drip(to: Sink, first: string, rest: string): void {
  to?.write(first);
  const timer = setInterval(() => (to && !to.destroyed ? to.write(rest) : clearInterval(timer)), 20);
}

function pour(answer: Sink & { once: (event: "drain", run: () => void) => void }, part: Buffer = Buffer.alloc(65_536, "b")): void {
  for (let n = 0; n < 1_000 && !answer.destroyed; n += 1) {
    if (answer.write(part)) continue;
    answer.once("drain", () => pour(answer, part));
    return;
  }
  if (!answer.destroyed) setImmediate(() => pour(answer, part));
}

const get = (path: string, more = {}) => web.fetch(`${site.origin}${path}`, request(more));

describe("one answer", () => {
  it("comes with its headers, cookies apart, and the market's own name was said", async () => {
    const answer = await get("/cookies", { headers: { "User-Agent": "somebody else", "X-Y": "z" } });
    expect(answer).toMatchObject({ status: 200, setCookies: ["a=1", "b=2"], truncated: false, ageSeconds: 0 });
    expect(answer.headers).toMatchObject({ vary: "Accept, Cookie", "x-agent": "TestBot/1.0" });
    expect(answer.hops).toMatchObject([{ url: `${site.origin}/cookies`, status: 200, location: null }]);
    expect(answer.totalMs).toBeGreaterThanOrEqual(answer.firstByteMs);
  });

  it.each(Object.keys(packings))("is unpacked from %s", async (packed) => {
    expect((await get(`/?packed=${packed}`)).body.toString()).toBe(PAGE);
  });

  it("is left as it is where its packing is unknown, and ends where its packing ends", async () => {
    expect((await get("/strangely-packed")).body.toString()).toBe("as it is");
    expect(PAGE.startsWith((await get("/half-packed")).body.toString())).toBe(true);
    await expect(get("/wrongly-packed")).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("has no body when only its head was asked for", async () => {
    const answer = await get("/", { method: "HEAD" });
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    expect(site.asked.at(-1)).toBe("HEAD /");
  });
});

describe("what is too much", () => {
  it("is cut: a huge body, an endless one, and bombs that unpack to gigabytes", async () => {
    for (const path of ["/huge", "/firehose", "/bomb", "/double-bomb"]) {
      const answer = await get(path, { maxBytes: 100_000 });
      expect([answer.body.length, answer.truncated], path).toEqual([100_000, true]);
    }
  });

  it("is not read for ever where nothing ever comes out", async () => {
    expect(await get("/nothing-packed", { maxBytes: 100_000 })).toMatchObject({ truncated: true });
  });

  it("is refused where it is headers", async () => {
    await expect(get("/many-headers")).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("can't be asked for", async () => {
    expect((await get("/firehose", { maxBytes: 1e9 })).body.length).toBe(10 * 1024 * 1024);
  });
});

describe("what is too slow", () => {
  it.each(["/silent", "/slow-headers", "/never-ends"])("%s is refused when its time is up", async (path) => {
    const began = performance.now();
    await expect(get(path, { timeoutMs: 300 })).rejects.toMatchObject({ reason: "too_slow", kind: "timeout" });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it("is left when nobody waits any more, before and within", async () => {
    const stop = new AbortController();
    const asked = get("/silent", { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(asked).rejects.toMatchObject({ reason: "too_slow" });
    await expect(get("/", { signal: stop.signal })).rejects.toMatchObject({ reason: "too_slow" });
  });
});

describe("redirects", () => {
  it("are followed one by one, each with its time", async () => {
    const answer = await get("/old");
    expect(answer.url).toBe(`${site.origin}/page`);
    expect(answer.hops.map(({ url, status, location }) => [new URL(url).pathname, status, location])).toEqual([
      ["/old", 302, "/older#part"],
      ["/older", 302, "page"],
      ["/page", 200, null],
    ]);
  });

  it("are the answer itself where none shall be followed", async () => {
    expect(await get("/old", { maxRedirects: 0 })).toMatchObject({ status: 302, url: `${site.origin}/old` });
  });

  it.each([
    ["/inside", "address_not_allowed"],
    ["/metadata", "address_not_allowed"],
    ["/script", "bad_url"],
    ["/loop", "too_many_redirects"],
    ["/endless", "too_many_redirects"],
  ])("%s ends with %s", async (path, reason) => {
    await expect(get(path)).rejects.toMatchObject({ reason, kind: "refused" });
  });
});

describe("what is broken", () => {
  it.each(["/broken", "/garbage"])("%s is unreachable", async (path) => {
    await expect(get(path)).rejects.toMatchObject({ reason: "unreachable" });
  });

  it("says what a refused connection is", async () => {
    const gone = await startSite(() => undefined);
    await gone.close();
    await expect(testWeb([gone]).fetch(gone.origin, request())).rejects.toMatchObject({
      reason: "unreachable",
      message: "127.0.0.1 refused the connection.",
    });
  });

  it("takes no certificate that does not hold", async () => {
    const secure = await startSite((_, answer) => void answer.end("safe"), SELF_SIGNED);
    try {
      await expect(testWeb([secure]).fetch(secure.origin, request())).rejects.toMatchObject({
        reason: "unreachable",
        message: expect.stringContaining("certificate"),
      });
      const trusting = testWeb([secure], { ca: SELF_SIGNED.cert });
      expect((await trusting.fetch(secure.origin, request())).body.toString()).toBe("safe");
      // The right certificate under a name that it is not for.
      const named = { ...secure, origin: `https://other.example:${secure.port}` };
      const elsewhere = testWeb([named], { ca: SELF_SIGNED.cert, resolve: async () => ["127.0.0.1"] });
      await expect(elsewhere.fetch(named.origin, request())).rejects.toMatchObject({ message: expect.stringContaining("ALTNAME") });
    } finally {
      await secure.close();
    }
  });
});

describe("a name that changes its address", () => {
  it("is looked at where it is connected to, and not before only", async () => {
    const before = site.asked.length;
    const answers = [["93.184.216.34"], ["127.0.0.1"]];
    const turning = testWeb([], { resolve: async () => answers.shift() ?? ["127.0.0.1"], namesKeptMs: 0 });
    await expect(turning.fetch("http://turning.example:8080/", request())).rejects.toMatchObject({ reason: "address_not_allowed" });
    expect(answers).toEqual([]);
    expect(site.asked.length).toBe(before);
  });
});

describe("a kept answer", () => {
  it("is given to those who take one, with its age, and to nobody else", async () => {
    expect((await get("/counted")).body.toString()).toBe("answer 1");
    expect((await get("/counted", { maxAgeSeconds: 60 })).body.toString()).toBe("answer 1");
    expect((await get("/counted")).body.toString()).toBe("answer 2");
    expect((await get("/counted", { maxAgeSeconds: 60 })).body.toString()).toBe("answer 2");
    expect((await get("/counted", { maxAgeSeconds: 60, headers: { accept: "text/plain" } })).body.toString()).toBe("answer 3");
  });

  it("is none where the site forbids it", async () => {
    await get("/no-store");
    const before = site.asked.length;
    await get("/no-store", { maxAgeSeconds: 60 });
    expect(site.asked.length).toBe(before + 1);
  });
});

describe("a connection for others", () => {
  it("goes to what the guard allows only", async () => {
    const { signal } = new AbortController();
    const socket = await web.connect("127.0.0.1", site.port, signal);
    socket.write("GET /page HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    const [first] = await once(socket, "data");
    expect(String(first)).toContain("200 OK");
    socket.destroy();
    await expect(web.connect("127.0.0.1", 1, signal)).rejects.toMatchObject({ reason: "address_not_allowed" });
    await expect(web.connect("::1", site.port, signal)).rejects.toMatchObject({ reason: "address_not_allowed" });
    await expect(web.connect("a b", 80, signal)).rejects.toMatchObject({ reason: "bad_url" });
  });
});

it("an address can be asked about without asking it", async () => {
  const before = site.asked.length;
  await web.check(`${site.origin}/page`);
  await expect(web.check("http://10.0.0.1/")).rejects.toMatchObject({ reason: "address_not_allowed" });
  expect(site.asked.length).toBe(before);
});
