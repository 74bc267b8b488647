import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Site, startSite, testWeb } from "@/lib/web/testdata/site";
import { hostOf } from "./hostOf";
import { judgeMiss, USUAL_PATIENCE } from "./judgeMiss";
import { look } from "./look";
import { readHost } from "./readHost";
import type { AskTxt } from "./types";

const account = `0x${"a1".repeat(20)}`;
const wanted = { account, token: "tok_en-1" };
const LINE = `coinslot=${account} tok_en-1`;
const OTHER = `coinslot=0x${"b2".repeat(20)} tok_en-1`;
const noRecords: AskTxt = async () => Promise.reject(Object.assign(new Error("none"), { code: "ENODATA" }));

type Reply = { status?: number; type?: string | null; body?: string; location?: string };
let reply: Reply = {};
let site: Site;
let other: Site;
beforeAll(async () => {
  other = await startSite((_, answer) => void answer.setHeader("content-type", "text/plain").end(LINE));
  site = await startSite(({ url }, answer) => {
    const { status = 200, type = "text/plain; charset=utf-8", body = LINE, location } = url === "/moved" ? {} : reply;
    if (type) answer.setHeader("content-type", type);
    if (location) answer.setHeader("location", location);
    answer.writeHead(status).end(body);
  });
});
afterAll(() => Promise.all([site.close(), other.close()]));

const hostName = () => hostOf(site.origin);
const parts = (txt: AskTxt = noRecords) => ({ web: testWeb([site, other]), txt, originOf: (host: string) => `http://${host}` });
const lookFor = async (next: Reply, txt?: AskTxt) => {
  reply = next;
  return look(parts(txt), hostName(), wanted);
};

describe("a proof by a file", () => {
  it.each<[string, Reply]>([
    ["the line alone", {}],
    ["the line among others, with other line ends", { body: `# whose this is\r\n\r\n${OTHER}\r\n  ${LINE}  \r\n` }],
    ["the wallet with its capitals", { body: LINE.replace(account, account.toUpperCase().replace("0X", "0x")) }],
    ["no content type", { type: null }],
    ["a redirect on the same host", { status: 302, location: "/moved" }],
  ])("is found in %s", async (_, next) => expect(await lookFor(next)).toMatchObject({ seen: "yes", method: "file" }));

  it.each<[string, Reply, string]>([
    ["a missing file", { status: 404, body: "no" }, "answers 404: there is no such file"],
    ["another wallet", { body: OTHER }, "names another wallet, 0xb2b2…b2b2"],
    ["another token", { body: `${LINE}x` }, "names your wallet with another token than the one below"],
    ["an empty file", { body: "" }, 'holds no line that begins with "coinslot="'],
    ["a page instead of a file", { type: "text/html", body: `<p>${LINE}</p>` }, "is text/html instead of text/plain"],
    ["a file that is too large", { body: `${"x".repeat(70_000)}\n${LINE}` }, "is larger than 64 KiB"],
    ["a line with something around it", { body: `<!-- ${LINE} -->` }, "has a line with coinslot in it, but not written as below"],
  ])("is not found in %s, and says so", async (_, next, words) => {
    const { seen, file } = await lookFor(next);
    expect([seen, file.seen, file.words.startsWith(words) || file.words]).toEqual(["no", "no", true]);
  });

  it("is not taken from another host, though that one has the line", async () => {
    const { seen, file } = await lookFor({ status: 302, location: `${other.origin}/.well-known/coinslot.txt` });
    expect([seen, file.words]).toEqual(["no", expect.stringContaining("the host itself has to give the file")]);
  });

  it("says what was found, cut and cleaned", async () => {
    const { file } = await lookFor({ type: "text/html", body: `\n\u202eevil ${"x".repeat(500)}` });
    expect(file).toMatchObject({ status: 200, contentType: "text/html" });
    expect(file.firstLine).toMatch(/^evil x{114}…$/);
  });

  it.each([500, 503, 429, 401, 403])("is unknown, and not gone, when the host answers %i", async (status) =>
    expect(await lookFor({ status })).toMatchObject({ seen: "unknown" }),
  );

  it("is unknown when nobody listens, and gone when there is no such host or none that may be asked", async () => {
    const seen = async (host: string, resolve: (name: string) => Promise<string[]>) =>
      (await look({ ...parts(), web: testWeb([{ ...site, origin: "http://127.0.0.1:1" }], { resolve }) }, host, wanted)).file.seen;
    expect(await seen("127.0.0.1:1", async () => ["127.0.0.1"])).toBe("unknown");
    expect(await seen("gone.example", async () => [])).toBe("no");
    expect(await seen("inside.example", async () => ["10.0.0.7"])).toBe("no");
    expect(await seen("away.example", async () => Promise.reject(new Error("SERVFAIL")))).toBe("unknown");
  });
});

describe("a proof by a TXT record", () => {
  const asked: string[] = [];
  const records =
    (...found: string[][]): AskTxt =>
    async (name) => {
      asked.push(name);
      return found;
    };
  const failing =
    (code: string): AskTxt =>
    () =>
      Promise.reject(Object.assign(new Error(code), { code }));
  const at = async (host: string, txt: AskTxt, status = 404) => {
    reply = { status };
    return look({ ...parts(txt), originOf: () => site.origin }, host, wanted);
  };

  it("is found beside the host's name, in as many pieces as it likes", async () => {
    const found = await at("api.example.com:8443", records(["v=spf1 -all"], [LINE.slice(0, 20), LINE.slice(20)]));
    expect(found).toMatchObject({ seen: "yes", method: "dns" });
    expect(asked.at(-1)).toBe("_coinslot.api.example.com");
  });

  it("is not another wallet's, and says what stands there", async () => {
    const found = await at("api.example.com", records([OTHER]));
    expect(found).toMatchObject({ seen: "no", dns: { seen: "no", words: "names another wallet, 0xb2b2…b2b2", records: [OTHER] } });
  });

  it("is gone only where both places say so", async () => {
    expect((await at("api.example.com", failing("ENOTFOUND"))).seen).toBe("no");
    expect((await at("api.example.com", failing("ESERVFAIL"))).seen).toBe("unknown");
    expect((await at("api.example.com", failing("ENODATA"), 503)).seen).toBe("unknown");
    expect((await at("api.example.com", records([LINE]), 503)).seen).toBe("yes");
  });

  it("is not asked for where there is only an address", async () => {
    const before = asked.length;
    for (const host of ["203.0.113.7", "203.0.113.7:8080", "[2001:db8::1]", "localhost:3000"]) await at(host, records([LINE]));
    expect(asked.length).toBe(before);
  });
});

describe("a host", () => {
  it.each([
    ["api.example.com", "api.example.com"],
    [" API.Example.COM. ", "api.example.com"],
    ["https://api.example.com/v1?x=1#y", "api.example.com"],
    ["https://api.example.com:443", "api.example.com"],
    ["https://api.example.com:8443/", "api.example.com:8443"],
    ["http://127.0.0.1:4100", "127.0.0.1:4100"],
    ["münchen.example", "xn--mnchen-3ya.example"],
  ])("%j is %s", (text, host) => expect(readHost(text)).toBe(host));

  it.each([
    "",
    "  ",
    "ftp://example.com",
    "https://a:b@example.com",
    "exa mple.com",
    "javascript:alert(1)",
    "https://",
    `${"x".repeat(300)}.com`,
  ])("%j is none", (text) => expect(() => readHost(text)).toThrow(/name of a host/));
});

describe("a proof that is missing", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it.each([
    ["gone for the first time", { failingSince: null, lostSince: null }, "no", false],
    ["gone again after a minute", { failingSince: ago(1), lostSince: ago(1) }, "no", false],
    ["gone again after a quarter of an hour", { failingSince: ago(15), lostSince: ago(15) }, "no", true],
    ["out of reach for a day", { failingSince: ago(1_440), lostSince: null }, "unknown", false],
    ["out of reach for two days", { failingSince: ago(2_880), lostSince: null }, "unknown", true],
    ["out of reach after it was gone", { failingSince: ago(60), lostSince: ago(60) }, "unknown", false],
    ["gone for the first time after a day out of reach", { failingSince: ago(1_440), lostSince: null }, "no", false],
  ] as const)("%s", (_, proof, seen, over) => expect(judgeMiss(proof, seen, now, USUAL_PATIENCE)).toBe(over));
});
