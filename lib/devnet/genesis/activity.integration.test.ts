import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hex } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dumpState } from "../chainState";
import { type Children, holdChildren } from "../children";
import { compileContracts } from "../compileContracts";
import { rpc } from "../rpc";
import { runAnvil } from "../runAnvil";
import { furnish, type Genesis, genesis } from "./genesis";

type Log = { address: Hex; topics: Hex[]; data: Hex; blockNumber: Hex; blockTimestamp: Hex; transactionHash: Hex };
type Block = { number: Hex; timestamp: Hex; transactions: Hex[] };

const CACHE = join(".coinslot", "cache");
const dir = mkdtempSync(join(tmpdir(), "coinslot-history-"));
let children: Children;
let built: Genesis;
let url: string;

const load = async (name: string, file: string) => (await runAnvil({ children, name, args: ["--load-state", file] })).rpcUrl;
const logsOf = (at: string, filter: Record<string, unknown> = {}) =>
  rpc<Log[]>(at, "eth_getLogs", [{ fromBlock: "0x0", toBlock: "latest", ...filter }]);
const block = (at: string, number: Hex) => rpc<Block | null>(at, "eth_getBlockByNumber", [number, false]);
/** What is the same however the clock stood: only a lock's day of opening is told by the clock, and no log holds it. */
const course = (logs: Log[]) => logs.map(({ address, topics, blockNumber }) => [blockNumber, address, topics.length, topics[0]]);

beforeAll(async () => {
  children = holdChildren(dir);
  built = await genesis(CACHE, children);
  url = await load("history", built.stateFile);
});
afterAll(async () => {
  await children.stopAll();
  rmSync(dir, { recursive: true, force: true });
});

it("the same seed makes the same accounts, addresses and events, whatever the day", async () => {
  const start = 1_700_000_000;
  const { rpcUrl } = await runAnvil({ children, name: "again", args: ["--timestamp", String(start)] });
  const { state, ...samples } = await furnish(rpcUrl, compileContracts(CACHE), start);
  expect(samples).toEqual({ sampleTokens: built.sampleTokens, samplePlaces: built.samplePlaces });
  expect(course(await logsOf(rpcUrl))).toEqual(course(await logsOf(url)));
  expect(state.length).toBeLessThan(10_000_000);
});

it("a month of blocks, each of which answers by number after the state was loaded", async () => {
  const head = Number(await rpc<Hex>(url, "eth_blockNumber", []));
  const blocks = await Promise.all([...Array(head).keys()].map((n) => block(url, `0x${(n + 1).toString(16)}`)));
  expect(blocks.every((one) => one?.transactions.length === 1)).toBe(true);
  const times = blocks.map((one) => Number(one?.timestamp));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const days = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 86_400;
  expect(days).toBeGreaterThan(29.5);
  expect(days).toBeLessThan(30.1);
  expect(Date.now() / 1000 - (times.at(-1) ?? 0)).toBeGreaterThan(0);
  expect(head).toBeGreaterThan(500);
});

it("history stays readable when the old empty blocks of a long run are forgotten", async () => {
  const before = await logsOf(url);
  const first = before[0] as Log;
  await rpc(url, "anvil_mine", ["0x258"]);
  const file = join(dir, "later.json");
  writeFileSync(file, await dumpState(url));
  const later = await load("later", file);
  expect(await logsOf(later)).toEqual(before);
  expect(await logsOf(later, { fromBlock: first.blockNumber, toBlock: first.blockNumber, address: first.address })).toContainEqual(first);
  expect((await block(later, first.blockNumber))?.timestamp).toBe(first.blockTimestamp);
  const forgotten = `0x${(Number(before.at(-1)?.blockNumber) + 50).toString(16)}` as const;
  expect(await block(later, forgotten)).toBeNull();
  expect(await logsOf(later, { fromBlock: forgotten, toBlock: forgotten })).toEqual([]);
});

it("what the samples are said to be is what they are", async () => {
  const place = (name: string) => built.samplePlaces.find((one) => one.name === name);
  expect(await rpc(url, "eth_getCode", [place("Delegated account")?.address, "latest"])).toMatch(/^0xef0100[0-9a-f]{40}$/);
  const kinds = new Set(built.samplePlaces.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(["contract", "deployer", "pool_v2", "pool_v3", "transaction", "wallet"]);
  const tried = built.samplePlaces.flatMap(({ name, address, call }) => (call ? [{ name, from: address, ...call }] : []));
  const outcomes = await Promise.all(
    tried.map(({ name, from, to, data }) =>
      rpc(url, "eth_call", [{ from, to, data }, "latest"]).then(
        () => [name, true],
        () => [name, false],
      ),
    ),
  );
  expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(tried.map(({ name }) => [name, name !== "Sell the honeypot"])));
  for (const { address } of built.samplePlaces.filter(({ kind }) => kind.startsWith("pool"))) {
    expect((await logsOf(url, { address })).length).toBeGreaterThan(10);
  }
});
