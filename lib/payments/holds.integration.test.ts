import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { PrivateKeyAccount } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection } from "@/db/client";
import { echoTool } from "@/lib/testing/echoTool";
import { startTestMarket, type TestMarket } from "@/lib/testing/market";
import { newPayer } from "@/lib/testing/payer";
import { post, signFor } from "@/lib/testing/requests";
import { setBalance } from "@/lib/testing/setBalance";

let market: TestMarket;
let other: ChildProcess;
const answers = new Map<string, (line: string) => void>();
beforeAll(async () => {
  market = await startTestMarket();
  const args = ["--conditions=react-server", "--import", "tsx", "lib/testing/secondServer.ts"];
  other = spawn(process.execPath, args, { env: { ...process.env }, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: other.stdout as NodeJS.ReadableStream });
  await new Promise((resolve) => lines.once("line", resolve));
  lines.on("line", (line) => {
    const { key } = JSON.parse(line) as { key: string };
    answers.get(key)?.(line);
  });
});
afterAll(async () => {
  other.kill("SIGKILL");
  await market.stop();
});

const PRICE = 5000n;

/** A wallet that holds exactly so many prices. */
async function payerWith(calls: bigint): Promise<PrivateKeyAccount> {
  const payer = newPayer();
  await setBalance(market.rpcUrl, payer.address, PRICE * calls);
  expect(await market.balanceOf(payer.address)).toBe(PRICE * calls);
  return payer;
}

let asked = 0;
function askOther(headers: Record<string, string>): Promise<{ status: number; runs: number }> {
  asked += 1;
  const key = String(asked);
  const answer = new Promise<string>((resolve) => answers.set(key, resolve));
  other.stdin?.write(`${JSON.stringify({ key, input: { text: "hi" }, headers })}\n`);
  return answer.then((line) => JSON.parse(line));
}

const slowly = () =>
  echoTool(async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return { text };
  });
const count = (statuses: number[]) => [statuses.filter((s) => s === 200).length, statuses.filter((s) => s === 402).length];

describe("a payer's open calls are counted against what the wallet holds", () => {
  it("USDC for 5 calls: of 10 at once 5 are answered and 5 refused, none run for nothing", async () => {
    const { tool, runs } = slowly();
    const payer = await payerWith(5n);
    const calls = await Promise.all(Array.from({ length: 10 }, () => signFor(tool, payer)));
    const responses = await Promise.all(calls.map(({ headers }) => post(tool, { text: "hi" }, headers)));
    expect(count(responses.map((r) => r.status))).toEqual([5, 5]);
    const refused = await Promise.all(responses.filter((r) => r.status === 402).map((r) => r.json()));
    expect(refused.map((r) => r.error)).toEqual(Array(5).fill("insufficient_funds"));
    expect([runs(), await market.balanceOf(payer.address)]).toEqual([5, 0n]);
  });

  it("one after the other, too, while the ledger still learns of the last one", async () => {
    const { tool, runs } = echoTool();
    const payer = await payerWith(5n);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) statuses.push((await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers)).status);
    expect([statuses, runs()]).toEqual([[200, 200, 200, 200, 200, 402, 402], 5]);
  });

  it("between two processes", async () => {
    const { tool } = slowly();
    const payer = await payerWith(5n);
    // Warm: a process that starts would be late for the race.
    await askOther((await signFor(tool, await payerWith(1n))).headers);
    const calls = await Promise.all(Array.from({ length: 12 }, () => signFor(tool, payer)));
    const statuses = await Promise.all(
      calls.map(async ({ headers }, i) => (i % 2 ? (await askOther(headers)).status : (await post(tool, { text: "hi" }, headers)).status)),
    );
    expect(count(statuses)).toEqual([5, 7]);
    expect(await market.balanceOf(payer.address)).toBe(0n);
    const left = await connection().sql`select 1 from open_payments`;
    expect(left).toHaveLength(0);
  });

  it("a payer's burst doesn't hold another's call up", async () => {
    let finish = () => {};
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const { tool } = echoTool(async (text) => {
      if (text === "long") await gate;
      return { text };
    }, 20_000);
    const [crowd, single] = [await payerWith(20n), await payerWith(1n)];
    const calls = await Promise.all(Array.from({ length: 60 }, () => signFor(tool, crowd)));
    const { headers } = await signFor(tool, single);
    let answered = 0;
    const burst = calls.map(async (call) => {
      const { status } = await post(tool, { text: "long" }, call.headers);
      if (status === 200) answered += 1;
      return status;
    });
    expect((await post(tool, { text: "hi" }, headers)).status).toBe(200);
    expect(answered).toBe(0);
    finish();
    expect(count(await Promise.all(burst))).toEqual([20, 40]);
  });
});

describe("a payer whose payments fail on the chain", () => {
  it("is slowed: 429, nothing run, nothing charged; others are not", async () => {
    const { tool, runs } = echoTool(async (text) => {
      await setBalance(market.rpcUrl, payer.address, 0n);
      return { text };
    });
    const payer = newPayer();
    for (let i = 0; i < 5; i += 1) {
      await market.fund(payer.address);
      expect((await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers)).status).toBe(402);
    }
    await market.fund(payer.address);
    const response = await post(tool, { text: "hi" }, (await signFor(tool, payer)).headers);
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect(await response.json()).toMatchObject({ error: "payer_slowed", charged: false });
    expect(runs()).toBe(5);
    const honest = echoTool();
    const calm = await payerWith(1n);
    expect((await post(honest.tool, { text: "hi" }, (await signFor(honest.tool, calm)).headers)).status).toBe(200);
    await connection().sql`update payer_faults set at = at - interval '1 hour'`;
    expect((await post(honest.tool, { text: "hi" }, (await signFor(honest.tool, payer)).headers)).status).toBe(200);
  });
});
