import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { sign } from "@/lib/gateway/upstream/signature";
import { verifyCode } from "./sellCode";

const key = "whsec_of-a-listing";
const body = Buffer.from('{"city":"Oslo"}');
const payer = `0x${"a1".repeat(20)}`;

function call(over: Partial<{ timestamp: string; target: string; payment: string; body: Buffer }> = {}) {
  const {
    timestamp,
    target,
    payment,
    body: bytes,
  } = { timestamp: String(Math.floor(Date.now() / 1000)), target: "/v2/forecast?days=3", payment: "pay_1", body, ...over };
  const signature = sign(key, { timestamp, method: "POST", target, body: bytes, payer, payment });
  return {
    "x-coinslot-timestamp": timestamp,
    "x-coinslot-payer": payer,
    "x-coinslot-payment": payment,
    "x-coinslot-signature": signature,
  };
}

type Asked = { url?: string; body?: Buffer; headers: Record<string, string>; secretParam?: string };
type Verify = (asked: Asked & { key: string; method: string }) => boolean;

describe("the documentation's code for upstreams", () => {
  const node = verifyCode.find(({ name }) => name === "Node.js")?.code ?? "";
  const verify = async (asked: Asked) => {
    const address = `data:text/javascript,${encodeURIComponent(node)}`;
    const { fromCoinslot } = (await import(/* @vite-ignore */ address)) as { fromCoinslot: Verify };
    return fromCoinslot({ url: "/v2/forecast?days=3", body, ...asked, key, method: "POST" });
  };

  it("knows a call of the market, also where the API's own key stands in the query", async () => {
    expect(await verify({ headers: call() })).toBe(true);
    expect(await verify({ headers: call(), url: "/v2/forecast?days=3&key=abc", secretParam: "key" })).toBe(true);
    expect(await verify({ headers: call({ target: "/v2/forecast" }), url: "/v2/forecast?key=abc", secretParam: "key" })).toBe(true);
  });

  it("refuses what was changed on the way, is old, or is not signed", async () => {
    expect(await verify({ headers: call(), url: "/v2/forecast?days=4" })).toBe(false);
    expect(await verify({ headers: call(), body: Buffer.from("{}") })).toBe(false);
    expect(await verify({ headers: { ...call(), "x-coinslot-payment": "pay_2" } })).toBe(false);
    expect(await verify({ headers: call({ timestamp: String(Math.floor(Date.now() / 1000) - 400) }) })).toBe(false);
    expect(await verify({ headers: {} })).toBe(false);
  });

  it("says the same in Python, where there is one", () => {
    const python = verifyCode.find(({ name }) => name === "Python")?.code ?? "";
    const run = (headers: Record<string, string>) => {
      const args = `${JSON.stringify(key)}, "POST", "/v2/forecast?days=3", ${JSON.stringify(headers)}, ${JSON.stringify(body.toString())}.encode()`;
      return execFileSync("python3", ["-c", `${python}\nprint(from_coinslot(${args}))`], { encoding: "utf8" }).trim();
    };
    try {
      execFileSync("python3", ["--version"]);
    } catch {
      return;
    }
    expect([run(call()), run({ ...call(), "x-coinslot-payer": "0x" }), run({})]).toEqual(["True", "False", "False"]);
  });
});
