import type { Address } from "viem";
import { getAddress, parseEther } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { gatherHolders } from "./gatherHolders";
import { look, type Place, startPlace } from "./testdata/place";
import { readTokenLogs } from "./tokenLogs";
import { wasUsed } from "./wasUsed";

const MOVE = "function transfer(address,uint256) returns (bool)";
const DEAD: Address = "0x000000000000000000000000000000000000dEaD";
const person = (n: number) => getAddress(`0x${(0xa11ce0000000n + BigInt(n)).toString(16).padStart(13, "7").padStart(40, "9")}`);

let place: Place;
let token: Address;
let pair: Address;

beforeAll(async () => {
  place = await startPlace();
  token = await place.deploy("OwnerMint");
  pair = await place.addPool(token, "5");
  for (let n = 0; n < 12; n++) await place.send(token, MOVE, person(n), parseEther(String(1_000 + n)));
  await place.send(token, MOVE, DEAD, parseEther("200000"));
  await place.send(token, MOVE, await place.deploy("Grave"), parseEther("150000"));
  await place.send(token, "function mint(address,uint256)", person(1), parseEther("5"));
});
afterAll(() => void place?.stop());

const gather = async (edge?: Parameters<typeof look>[1]) => {
  const { view, trips } = await look(place, edge);
  const logs = await readTokenLogs(view, token);
  const before = trips();
  const holders = await gatherHolders(view, token, {
    pools: [pair],
    owner: place.deployer,
    logs,
    made: { creator: place.deployer, transaction: null },
  });
  return { view, logs, holders, logTrips: before, trips: trips() - before };
};

it("tells everybody's share where all logs were read", async () => {
  const { holders, logTrips, trips } = await gather();
  expect(holders).toMatchObject({ count: 16, complete: true, why: null, creator: place.deployer });
  expect(holders.top.map(({ kind }) => kind).slice(0, 4)).toEqual(["account", "burned", "contract", "pool"]);
  expect(holders.top).toHaveLength(10);
  expect(holders.top[1]).toEqual({ address: DEAD, balance: parseEther("200000"), shareBps: 1_999, kind: "burned" });
  expect(holders.ownerShareBps).toBe(holders.creatorShareBps);
  expect(holders.creatorShareBps).toBeGreaterThan(5_300);
  // The owner is no buyer like others.
  expect(holders.wallets).toEqual([11, 10, 9, 8, 7].map(person).sort(byRichest(holders.wallets)));
  expect(holders.wallets).not.toContain(place.deployer);
  expect(holders.seen).toEqual(expect.arrayContaining([place.deployer, person(3)]));
  expect(holders.seen).not.toContain(DEAD);
  expect([logTrips, trips]).toEqual([1, 1]);
});

function byRichest(order: readonly Address[]) {
  return (a: Address, b: Address) => order.indexOf(a) - order.indexOf(b);
}

it("prefers wallets that bought from the pool", async () => {
  await place.send(token, MOVE, pair, parseEther("10"));
  await place.send(pair, "function skim(address)", person(2));
  const { holders } = await gather();
  expect(holders.wallets[0]).toBe(person(2));
});

it("says what is missing where the node refuses wide ranges", async () => {
  const newest = Number(await place.client.getBlockNumber());
  const { holders, view, logs } = await gather((method, params) => {
    if (method !== "eth_getLogs") return;
    const { fromBlock, toBlock, topics } = params[0] as { fromBlock: string; toBlock: string; topics?: unknown };
    const wide = Number(toBlock) - Number(fromBlock);
    if (!topics && (wide > 2 || Number(fromBlock) < newest - 8))
      throw Object.assign(new Error("block range is too large"), { code: -32_602 });
  });
  expect(holders).toMatchObject({ count: null, complete: false });
  expect(holders.why).toMatch(/from block \d+ on/);
  expect(holders.creatorShareBps).toBeGreaterThan(5_300);
  expect(logs.complete).toBe(false);
  const used = await wasUsed(view, token, logs);
  expect(used).toMatchObject({ complete: false, mintsAfterLaunch: { count: 1 } });
});

it("knows the creator's share where no logs can be read at all", async () => {
  const { holders } = await gather((method) => {
    if (method === "eth_getLogs") throw Object.assign(new Error("no logs here"), { code: -32_601 });
  });
  expect(holders).toMatchObject({ count: null, complete: false, wallets: [], seen: [] });
  expect(holders.why).toContain("could not be read");
  expect(holders.creatorShareBps).toBeGreaterThan(5_300);
});

it("tells which powers were used after the token's first block", async () => {
  const { view, logs } = await gather();
  const used = await wasUsed(view, token, logs);
  expect(used.mintsAfterLaunch?.count).toBe(1);
  expect(used.mintsAfterLaunch?.lastBlock).toBeGreaterThan(0n);
  expect(used).toMatchObject({ complete: true, upgrades: { count: 0 }, ownershipChanges: { count: 0 }, pauses: { count: 0 } });
});
