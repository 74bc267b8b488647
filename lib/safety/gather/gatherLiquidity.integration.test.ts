import { type Address, getAddress } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPools } from "./findPools";
import { gatherLiquidity } from "./gatherLiquidity";
import { look, type Place, startPlace } from "./testdata/place";

const DAY = 86_400;
const DEAD: Address = "0x000000000000000000000000000000000000dEaD";
const STRANGER: Address = "0x1234567890123456789012345678901234567abc";
const MOVE = "function transfer(address,uint256) returns (bool)";

let place: Place;
let now: bigint;

beforeAll(async () => {
  place = await startPlace();
  now = (await place.client.getBlock()).timestamp;
});
afterAll(() => void place?.stop());

const newPair = async () => {
  const token = await place.deploy("Plain");
  return { token, pair: await place.addPool(token, "5") };
};
type Pair = Awaited<ReturnType<typeof newPair>>;

async function gather(
  { token }: Pick<Pair, "token">,
  who: { creator: Address | null; owner: Address | null } = { creator: place.deployer, owner: null },
) {
  const { view, trips } = await look(place);
  const { pools } = await findPools(view, place.exchange, token);
  if (!pools[0]) throw new Error("no pool");
  const before = trips();
  const liquidity = await gatherLiquidity(view, place.exchange, token, pools[0], who);
  return { ...liquidity, main: liquidity.shares[0], trips: trips() - before };
}

/** All of the pair's shares go to a contract, either by a plain transfer or by its own function. */
async function lockAll({ token, pair }: Pair, contract: Address, take?: string, ...more: unknown[]) {
  const all = await place.sharesOf(pair, place.deployer);
  if (!take) await place.send(pair, MOVE, contract, all);
  else {
    await place.send(pair, "function approve(address,uint256)", contract, all);
    await place.send(contract, take, ...more.map((one) => (one === "all" ? all : one)));
  }
  const gathered = await gather({ token });
  expect(gathered.trips).toBeLessThanOrEqual(9);
  return gathered;
}

it("tells shares that nobody has from those of the creator, the owner and a stranger", async () => {
  const pool = await newPair();
  const own = await gather(pool);
  expect(own.main).toMatchObject({ holder: place.deployer, kind: "creator", shareBps: 9_999, until: null });
  expect(own).toMatchObject({ complete: true, why: null, pullableBps: 9_999 });
  expect(Number(own.createdAt)).toBeGreaterThanOrEqual(Number(now));
  expect(own.trips).toBe(2);
  expect((await gather(pool, { creator: STRANGER, owner: place.deployer })).main?.kind).toBe("owner");
  expect((await gather(pool, { creator: null, owner: null })).main?.kind).toBe("account");

  const all = await place.sharesOf(pool.pair, place.deployer);
  await place.send(pool.pair, MOVE, DEAD, all / 2n);
  await place.send(pool.pair, MOVE, STRANGER, all / 4n);
  const parted = await gather(pool);
  expect(parted.shares.map(({ kind, shareBps }) => [kind, shareBps])).toEqual([
    ["burned", 4_999],
    ["creator", 2_499],
    ["creator", 2_499],
    ["burned", 0],
  ]);
  expect(parted.shares.find(({ holder }) => holder === getAddress(STRANGER))?.why).toContain("got it from the token's creator");
  expect(parted.pullableBps).toBe(4_998);
});

it("finds when a time lock opens, to the minute", async () => {
  const pool = await newPair();
  const opens = Number(now) + 30 * DAY;
  const { main, pullableBps } = await lockAll(pool, await place.deploy("TimeLock", pool.pair, place.deployer, opens));
  expect(main).toMatchObject({ kind: "locked", shareBps: 9_999 });
  expect(Math.abs((main?.until ?? 0) - opens)).toBeLessThanOrEqual(60);
  expect(pullableBps).toBe(0);
});

it("takes a lock that opens within a day for none", async () => {
  const pool = await newPair();
  const { main } = await lockAll(pool, await place.deploy("TimeLock", pool.pair, place.deployer, now + 3_600n));
  expect(main).toMatchObject({ kind: "fake_lock", why: expect.stringContaining("opens within a day") });
});

it("finds when a lock opens that counts in blocks, though its owner may make it later", async () => {
  const pool = await newPair();
  const { main } = await lockAll(pool, await place.deploy("BlockLock", pool.pair, 1_000_000));
  expect(main?.kind).toBe("locked");
  expect(Math.abs((main?.until ?? 0) - (Number(now) + 2_000_000))).toBeLessThan(300);
});

it("is not fooled by a lock with a back door", async () => {
  const pool = await newPair();
  const { main, pullableBps } = await lockAll(pool, await place.deploy("BackDoor", pool.pair, place.deployer, now + 365n * 86_400n));
  expect(main).toMatchObject({ kind: "fake_lock", until: null });
  expect(main?.why).toContain("as the token's creator");
  expect(pullableBps).toBe(9_999);
});

it("finds the one with the key of a back door in what the lock compares and keeps", async () => {
  const pool = await newPair();
  const lock = await place.deploy("BackDoor", pool.pair, STRANGER, now + 365n * 86_400n);
  await lockAll(pool, lock);
  const { main } = await gather(pool, { creator: STRANGER, owner: null });
  expect(main?.kind).toBe("fake_lock");
  expect(main?.why).toContain(place.deployer.toLowerCase());
});

it("is not fooled by a lock whose owner can shorten it", async () => {
  const pool = await newPair();
  const { main } = await lockAll(pool, await place.deploy("Shortenable", pool.pair, place.deployer, now + 365n * 86_400n));
  expect(main?.kind).toBe("fake_lock");
  expect(main?.why).toMatch(/then 0x/);
});

it("is not fooled by a lock whose code can be swapped", async () => {
  const pool = await newPair();
  const code = await place.deploy("Grave");
  const { main } = await lockAll(pool, await place.deploy("Swappable", code));
  expect(main?.kind).toBe("fake_lock");
  expect(main?.why).toContain("swaps its code");
});

it("finds the number of a lock within a service", async () => {
  const pool = await newPair();
  const opens = Number(now) + 180 * DAY;
  const { main } = await lockAll(
    pool,
    await place.deploy("LockService"),
    "function lock(address,uint256,uint256)",
    pool.pair,
    "all",
    opens,
  );
  expect(main?.kind).toBe("locked");
  expect(Math.abs((main?.until ?? 0) - opens)).toBeLessThanOrEqual(61);
});

it("counts as the creator's what the creator staked among others", async () => {
  const pool = await newPair();
  const farm = await place.deploy("Farm", pool.pair);
  const all = await place.sharesOf(pool.pair, place.deployer);
  await place.send(pool.pair, MOVE, farm, (all * 3n) / 4n);
  const { shares } = await lockAll(pool, farm, "function stake(uint256)", all / 4n);
  expect(shares.slice(0, 2).map(({ kind, shareBps }) => [kind, Math.round(shareBps / 100)])).toEqual([
    ["creator", 25],
    ["contract", 75],
  ]);
  const alone = await newPair();
  const { main } = await lockAll(alone, await place.deploy("Farm", alone.pair), "function stake(uint256)", "all");
  expect(main?.kind).toBe("fake_lock");
});

it("says that nothing leads out where nothing does", async () => {
  const pool = await newPair();
  const { main } = await lockAll(pool, await place.deploy("Grave"));
  expect(main).toMatchObject({ kind: "locked", until: null });
  const inside = await newPair();
  const { main: open } = await lockAll(inside, inside.pair);
  expect(open?.kind).toBe("fake_lock");
});

it("tells who holds the positions of a V3 pool, and what is locked of them", async () => {
  const token = await place.deploy("Plain");
  const lock = await place.deploy("PositionLock", place.positions);
  await place.addPosition(token, { amount: "10" });
  await place.addPosition(token, { amount: "5", to: DEAD });
  const opens = now + 30n * 86_400n;
  const { shares, ...rest } = await gather({ token });
  expect(shares.map(({ kind }) => kind)).toEqual(["creator", "burned"]);
  expect(shares[0]?.shareBps).toBe(6_666);
  expect(rest).toMatchObject({ complete: true, pullableBps: 6_666 });
  await place.send(place.positions, "function approve(address,uint256)", lock, 1n);
  await place.send(lock, "function put(uint256,uint256)", 1n, opens);
  const { main } = await gather({ token });
  expect(main?.kind).toBe("locked");
  expect(Math.abs((main?.until ?? 0) - Number(opens))).toBeLessThanOrEqual(60);
});
