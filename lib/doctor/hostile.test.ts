import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeHeader } from "../payments/wire";
import { SELF_SIGNED } from "../web/testdata/certificate";
import { type Site, startSite } from "../web/testdata/site";
import type { DoctorReport } from "./report";
import { runDoctor } from "./runDoctor";
import { type Mistake, rightReply, rightTerms, serveMistakes, testGround } from "./testdata/endpoint";

const find = ({ checks }: DoctorReport, id: string) => checks.find((check) => check.id === id);
const body =
  (text: string): Mistake =>
  (right) => ({ ...right, body: text });

const HOSTILE: Record<string, Mistake> = {
  "/deep": (right) => ({
    ...right,
    headers: { ...right.headers, "payment-required": Buffer.from("[".repeat(30_000) + "]".repeat(10_000)).toString("base64") },
    body: `{"x402Version":1,"accepts":${"[".repeat(60_000)}${"]".repeat(60_000)}}`,
  }),
  "/firehose": body("a".repeat(3_000_000)),
  "/script": (right, { path, origin }) => {
    const { v2 } = rightTerms(`${origin}${path}`);
    const words = "<script>alert(1)</script>\u202e\u0000\u200b";
    return {
      ...right,
      headers: {
        ...right.headers,
        "payment-required": encodeHeader({ ...v2, error: words, accepts: [{ ...v2.accepts[0], scheme: words }] }),
      },
      body: words,
    };
  },
  "/odd": body(
    '{"x402Version":1,"accepts":[{"__proto__":{"polluted":1},"network":"constructor","maxAmountRequired":{"toString":1}}, 1, null]}',
  ),
  "/silent": () => null,
};

let site: Site;
let secure: Site;
beforeAll(async () => {
  site = await startSite(serveMistakes(HOSTILE));
  secure = await startSite((request, response) => {
    const reply = rightReply({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, origin: secure.origin });
    response.writeHead(reply.status, reply.headers).end(request.method === "HEAD" ? undefined : reply.body);
  }, SELF_SIGNED);
});
afterAll(() => Promise.all([site.close(), secure.close()]));
const examine = (path: string) => runDoctor(`${site.origin}${path}`, { ground: testGround([site.origin]) });

describe("the doctor among strangers", () => {
  it.each([
    ["http://127.0.0.1:1/", "address_not_allowed"],
    ["http://10.0.0.1/", "address_not_allowed"],
    ["http://169.254.169.254/latest/meta-data/", "address_not_allowed"],
    ["http://[::ffff:127.0.0.1]/", "address_not_allowed"],
    ["http://0x7f000001/", "address_not_allowed"],
    ["http://localhost./", "address_not_allowed"],
    ["http://inside.example/", "address_not_allowed"],
    ["http://8.8.8.8:22/", "address_not_allowed"],
    ["https://user:secret@8.8.8.8/", "bad_url"],
    ["file:///etc/passwd", "bad_url"],
    ["not an address", "bad_url"],
  ])("asks nothing of %s", async (url, reason) => {
    const resolve = async (host: string) => (/localhost|inside/.test(host) ? ["127.0.0.1"] : [host.replace(/^\[|\]$/g, "")]);
    const before = site.asked.length;
    await expect(runDoctor(url, { ground: testGround([site.origin], { resolve }) })).rejects.toMatchObject({
      code: "invalid_input",
      options: { reason },
    });
    expect(site.asked.length).toBe(before);
  });

  it("follows no redirect, not even to itself", async () => {
    const moved = await startSite((_, response) => void response.writeHead(302, { location: `${site.origin}/script` }).end());
    const before = site.asked.length;
    const report = await runDoctor(moved.origin, { ground: testGround([moved.origin, site.origin]) });
    await moved.close();
    expect(find(report, "gives-402")).toMatchObject({ status: "fail", mend: expect.stringContaining(`${site.origin}/script`) });
    expect(site.asked.length).toBe(before);
  });

  it("lets neither depth nor length nor odd names break it", async () => {
    const deep = await examine("/deep");
    expect(find(deep, "v2")).toMatchObject({ status: "fail" });
    const long = await examine("/firehose");
    expect(JSON.stringify(long).length).toBeLessThan(120_000);
    const odd = await examine("/odd");
    expect(find(odd, "v1")).toMatchObject({ status: "fail" });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const report of [deep, long, odd]) expect(report.checks.filter(({ detail }) => /This check broke/.test(detail))).toEqual([]);
  });

  it("shows what strangers wrote without what can't be seen in it", async () => {
    const text = JSON.stringify(await examine("/script"));
    expect(text).toContain("<script>");
    expect(text).not.toMatch(/[\u202e\u200b]|\\u0000/);
  });

  it("says what does not hold of a certificate", async () => {
    const own = await runDoctor(secure.origin, { ground: testGround([secure.origin]) });
    expect(find(own, "tls")).toMatchObject({ status: "fail", evidence: expect.stringContaining("valid to") });
    expect(find(own, "reachable")).toMatchObject({ status: "fail", detail: expect.stringContaining("certificate") });
    const trusted = await runDoctor(secure.origin, { ground: testGround([secure.origin], { ca: SELF_SIGNED.cert }) });
    expect(find(trusted, "tls")?.status).not.toBe("fail");
    expect(find(trusted, "gives-402")?.status).toBe("pass");
  });

  it("finds that nobody is there, and leaves out the rest", async () => {
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const { port } = free.address() as { port: number };
    await new Promise((closed) => free.close(closed));
    const origin = `http://127.0.0.1:${port}`;
    const report = await runDoctor(origin, { ground: testGround([origin]) });
    expect(find(report, "reachable")).toMatchObject({ status: "fail", detail: expect.stringContaining("refused the connection") });
    expect(report.raw).toBeNull();
    expect(report.checks.filter(({ status }) => status === "fail").map(({ id }) => id)).toEqual(["reachable"]);
  });

  it("is over when its asker is gone", async () => {
    const began = performance.now();
    const report = await runDoctor(`${site.origin}/silent`, { ground: testGround([site.origin]), signal: AbortSignal.timeout(300) });
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(find(report, "reachable")).toMatchObject({ status: "fail", detail: expect.stringContaining("in time") });
  });
});
