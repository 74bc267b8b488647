import { once } from "node:events";
import { request as ask } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite, testWeb } from "../testdata/site";
import { type CallProxy, openProxy, type ProxyLimits } from "./proxy";

let site: Site;
let inside: Site;
let proxy: CallProxy | null = null;

beforeAll(async () => {
  inside = await startSite((_, answer) => void answer.end("secret"));
  site = await startSite((asked, answer) => {
    if (asked.url === "/big") return void answer.end(Buffer.alloc(300_000, 97));
    if (asked.url === "/never") return;
    asked.pipe(answer.writeHead(200, { "x-seen": String(asked.headers["x-page"]), "x-via": String(asked.headers["proxy-connection"]) }));
  });
});
afterEach(() => proxy?.close());
afterAll(() => Promise.all([site.close(), inside.close()]));

const open = async (limits: Partial<ProxyLimits> = {}) => {
  const web = testWeb([site]);
  proxy = await openProxy(web, new AbortController().signal, { bytes: 1_000_000, connections: 50, samples: 2, ...limits });
  return proxy;
};

/** As a browser asks a proxy: with the whole address in the first line. */
async function through(
  { address }: CallProxy,
  url: string,
  body = "",
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(address);
  const asked = ask({
    hostname,
    port,
    path: url,
    method: body ? "POST" : "GET",
    headers: { "x-page": "rye", "proxy-connection": "keep-alive" },
  });
  asked.end(body);
  const [answer] = await once(asked, "response");
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

async function tunnel({ address }: CallProxy, to: string): Promise<{ line: string; socket: Socket }> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(`CONNECT ${to} HTTP/1.1\r\nhost: ${to}\r\n\r\n`);
  const [first] = await once(socket, "data");
  return { line: String(first).split("\r\n")[0] ?? "", socket };
}

describe("what is allowed", () => {
  it("goes through as it is, both ways, but for what concerns the proxy alone", async () => {
    const answer = await through(await open(), `${site.origin}/echo`, "flour");
    expect(answer).toMatchObject({ status: 200, body: "flour", headers: { "x-seen": "rye", "x-via": "undefined" } });
  });

  it("may have a tunnel", async () => {
    const { line, socket } = await tunnel(await open(), `127.0.0.1:${site.port}`);
    expect(line).toBe("HTTP/1.1 200 Connection Established");
    socket.write(`GET /echo HTTP/1.1\r\nhost: x\r\nx-page: rye\r\nconnection: close\r\n\r\n`);
    expect(await text(socket)).toContain("x-seen: rye");
  });
});

describe("what is not", () => {
  it("is turned away without a word, counted, and told to the call", async () => {
    const one = await open();
    const urls = [`${inside.origin}/a`, "http://169.254.169.254/b", "http://[::1]/c"];
    for (const url of urls) {
      const answer = await through(one, url);
      expect(answer).toMatchObject({ status: 403, body: "" });
      expect(one.isOwn(answer.headers as Record<string, string>)).toBe(true);
    }
    expect((await tunnel(one, `127.0.0.1:${inside.port}`)).line).toBe("HTTP/1.1 403 Forbidden");
    expect(inside.asked).toEqual([]);
    expect(one.blockedCount()).toBe(4);
    expect(one.blocked).toEqual(urls.slice(0, 2).map((url) => ({ url, reason: "address_not_allowed" })));
    expect(one.refusalOf(`${inside.origin}/a#there`)).toMatchObject({ reason: "address_not_allowed" });
    expect(one.refusalOf(`https://127.0.0.1:${inside.port}/any`)).toMatchObject({ reason: "address_not_allowed" });
    expect(one.refusalOf(`${site.origin}/`)).toBeNull();
  });

  it("is no proxy's request at all", async () => {
    expect((await through(await open(), "/relative")).status).toBe(400);
    expect((await through(await open(), "ftp://a.example/x")).status).toBe(400);
  });

  it("can't pretend to be the proxy's own refusal", async () => {
    const one = await open();
    expect(one.isOwn({ "x-proxy-refused": "anything" })).toBe(false);
  });
});

describe("what a call may have", () => {
  it("ends with so many bytes", async () => {
    const one = await open({ bytes: 200_000 });
    await expect(through(one, `${site.origin}/big`)).rejects.toThrow();
    expect(one.overfull()).toBe(true);
    await through(one, `${site.origin}/after`).catch(() => undefined);
    expect(site.asked).not.toContain("GET /after");
  });

  it("ends with so many connections", async () => {
    const one = await open({ connections: 1 });
    expect((await tunnel(one, `127.0.0.1:${site.port}`)).line).toContain("200");
    expect((await tunnel(one, `127.0.0.1:${site.port}`)).line).toContain("403");
    expect(one.blocked.at(-1)?.reason).toBe("too_much");
  });

  it("ends with the call", async () => {
    const one = await open();
    const { socket } = await tunnel(one, `127.0.0.1:${site.port}`);
    const waiting = through(one, `${site.origin}/never`);
    await expect.poll(() => site.asked.includes("GET /never")).toBe(true);
    one.close();
    await expect(waiting).rejects.toThrow();
    if (!socket.closed) await once(socket, "close");
  });
});
