import type { Address, PublicClient } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_WEB } from "@/lib/testing/noWeb";
import { type SampleChain, startSampleChain } from "@/lib/testing/sampleChain";
import type { ToolContext } from "../define";
import { run } from "./run";
import { input, output, type TokenReportAnswer } from "./schema";

let chain: SampleChain;
const context = (client: PublicClient = chain.client): ToolContext => ({
  signal: AbortSignal.timeout(50_000),
  homeChain: "eip155:84532",
  chain: (id) => (id === "eip155:84532" ? client : null),
  web: NO_WEB,
});
const about = async (token: Address, ctx = context()) => output.parse(await run(input.parse({ token }), ctx));
const sample = (name: string) => chain.sampleTokens.find((token) => token.name === name)?.address as Address;
const told = ({ report }: TokenReportAnswer, title: string) => report.find((part) => part.title === title)?.sentences.join(" ");

beforeAll(async () => {
  chain = await startSampleChain();
});
afterAll(() => chain.stop());

it("tells what became of everything that a rug-puller made", async () => {
  const fresh = await about(sample("Fresh pool"));
  const crow = chain.samplePlaces.find(({ name }) => name === "Rug-puller")?.address;
  expect(fresh.creator).toMatchObject({ address: crow, is_contract: false, sure: "proven", complete: true, other_contracts: 0 });
  expect(fresh.creator.other_tokens.map(({ symbol, state }) => `${symbol} ${state}`)).toEqual([
    "LPINE emptied",
    "SCOMET emptied",
    "TFROG emptied",
    "OTTER emptied",
  ]);
  expect(fresh.safety.verdict).toBe("avoid");
  expect(told(fresh, "Its maker")).toContain("Next to nothing is left in the pools of 4: “LPINE”, “SCOMET”, “TFROG”, “OTTER”.");

  const [emptied] = (await about(fresh.creator.other_tokens.at(-1)?.address as Address)).liquidity_history;
  expect(emptied).toMatchObject({ additions: 1, removals: 1, complete: true, added_quote: "12000000000000000000" });
  expect(emptied?.events.map(({ kind, by, by_creator }) => [kind, by, by_creator])).toEqual([
    ["taken_out", crow, true],
    ["added", crow, true],
  ]);
  expect(BigInt(emptied?.taken_quote ?? 0)).toBeGreaterThan(10n ** 19n);
  expect(BigInt(emptied?.quote_now ?? 1)).toBeLessThan(10n ** 15n);
});

it("tells where liquidity came from and where it went, in both kinds of pools", async () => {
  const { liquidity_history: history, safety, ...rest } = await about(sample("Plain"));
  expect(history.map(({ version, additions, removals }) => [version, additions, removals])).toEqual([
    ["v2", 2, 1],
    ["v3", 1, 1],
  ]);
  expect(history[0]?.events.every(({ time }) => time?.endsWith("Z"))).toBe(true);
  expect(told({ liquidity_history: history, safety, ...rest }, "Liquidity")).toMatch(
    /was filled twice, with 9\d\.\d+ ETH in all\. Liquidity was taken out once/,
  );
  expect(told({ liquidity_history: history, safety, ...rest }, "Verdict")).toContain("The token calls itself “Pebble”.");
});

it("says what it could not know, and why, where a node has no logs", async () => {
  const request = ((call: { method: string }, options?: object) =>
    call.method === "eth_getLogs"
      ? Promise.reject(Object.assign(new Error("pruned history unavailable"), { code: 4444 }))
      : chain.client.request(call as never, options)) as PublicClient["request"];
  const answer = await about(sample("Council mint"), context({ ...chain.client, request }));
  expect(answer.liquidity_history[0]).toMatchObject({
    complete: false,
    events: [],
    why: "Our node did not give the logs of older blocks.",
  });
  expect(told(answer, "Liquidity")).toContain("When the V2 pool against ether was filled, and by whom, could not be told.");
});

it("is no answer for an account, nor for a chain without a node", async () => {
  await expect(about(chain.samplePlaces.find(({ name }) => name === "Whale")?.address as Address)).rejects.toMatchObject({
    reason: "not_a_contract",
  });
  await expect(run(input.parse({ token: sample("Plain"), chain: "ethereum" }), context())).rejects.toMatchObject({
    reason: "chain_not_served",
  });
});
