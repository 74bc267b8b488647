import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPools } from "./findPools";
import { look, type Place, startPlace } from "./testdata/place";

let place: Place;

beforeAll(async () => {
  place = await startPlace();
});
afterAll(() => void place?.stop());

it("knows nothing where there is no exchange, and nothing where no pool was filled", async () => {
  const token = await place.deploy("Plain");
  const { view } = await look(place);
  expect(await findPools(view, null, token)).toEqual({ pools: [], why: expect.stringContaining("no exchange") });
  expect(await findPools(view, place.exchange, token)).toEqual({ pools: [], why: expect.stringContaining("No Uniswap") });
});

it("finds pools of both versions, the deepest first, in two round trips", async () => {
  const token = await place.deploy("Plain");
  const usdc = place.exchange.quotes[1].address;
  await place.addPool(token, "5");
  await place.addTokenPool(token, usdc, parseEther("1000"), 30_000n * 10n ** 6n);
  await place.addPosition(token, { amount: "7" });
  await place.addPosition(token, { fee: 10_000, amount: "1" });
  const { view, trips } = await look(place);
  const { pools } = await findPools(view, place.exchange, token);
  // Without a pool of WETH and USDC an ether counts as 2,000 USDC.
  expect(pools.map(({ version, quote, feeBps }) => `${version} ${quote.symbol} ${feeBps}`)).toEqual([
    "v2 USDC 30",
    "v3 WETH 30",
    "v2 WETH 30",
    "v3 WETH 100",
  ]);
  expect(pools[2]).toMatchObject({ quoteReserve: parseEther("5"), tokenReserve: parseEther("100000") });
  expect(pools[1]?.quoteReserve).toBe(parseEther("7"));
  expect(trips()).toBe(2);
});

it("asks the pool of WETH and USDC what an ether is worth", async () => {
  const token = await place.deploy("Plain");
  const [weth, usdc] = place.exchange.quotes;
  await place.addPool(token, "5");
  await place.addTokenPool(token, usdc.address, parseEther("1000"), 30_000n * 10n ** 6n);
  // 10,000 USDC for an ether: now five ether are deeper than 30,000 USDC.
  await place.addPool(usdc.address, "2", 20_000n * 10n ** 6n);
  const { view } = await look(place);
  const { pools } = await findPools(view, place.exchange, token);
  expect(pools.map(({ quote }) => quote.symbol)).toEqual(["WETH", "USDC"]);
  const ofUsdc = await findPools(view, place.exchange, usdc.address);
  expect(ofUsdc.pools.map(({ quote }) => quote.symbol)).toEqual([weth.symbol]);
});
