import { afterEach, expect, test } from "vitest";
import { ToolRefusal } from "@/lib/tools/refusal";
import { endSafetyThreads, examineInThread } from "./examineInThread";
import type { Ground, Questions } from "./lab/ground";

afterEach(endSafetyThreads);

const GROUND: Ground = {
  block: { number: 1n, timestamp: 1n, coinbase: 0n, baseFee: 0n, gasLimit: 30_000_000n, chainId: 1n, prevRandao: 0n },
  token: 1n << 120n,
  weth: 2n << 120n,
  usdc: 3n << 120n,
  factory: null,
  router: null,
  routes: [],
  owner: null,
  admins: [],
  functions: [],
  constants: [],
  slots: [],
};
const never = () => new Promise<never>(() => undefined);
const SILENT: Questions = { state: never, functions: never, people: never };

test("what goes wrong with the node is told as it was", async () => {
  const gone = new ToolRefusal("chain_unreachable", "Our node did not answer.", { kind: "unavailable" });
  const asked = examineInThread(GROUND, { ...SILENT, state: () => Promise.reject(gone) }, AbortSignal.timeout(20_000));
  await expect(asked).rejects.toBe(gone);
});

test("a thread that waits too long is ended, and the next one works", async () => {
  const asked = examineInThread(GROUND, SILENT, AbortSignal.timeout(100));
  await expect(asked).rejects.toMatchObject({ name: "ToolRefusal", reason: "too_slow", kind: "timeout" });
  const gone = new Error("next");
  await expect(examineInThread(GROUND, { ...SILENT, state: () => Promise.reject(gone) }, AbortSignal.timeout(20_000))).rejects.toBe(gone);
});

test("more than can wait are refused at once, and not kept waiting", async () => {
  const end = new AbortController();
  const asked = Array.from({ length: 40 }, () => examineInThread(GROUND, SILENT, end.signal).catch((error: unknown) => error));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const late = await examineInThread(GROUND, SILENT, end.signal).catch((error: unknown) => error);
  expect(late).toMatchObject({ name: "ToolRefusal", reason: "busy", kind: "busy", retryAfterSeconds: 5 });
  end.abort();
  const reasons = (await Promise.all(asked)).map((error) => (error as ToolRefusal).reason);
  expect(new Set(reasons)).toEqual(new Set(["too_slow", "busy"]));
  expect(reasons.filter((reason) => reason === "busy").length).toBeGreaterThan(10);
});
