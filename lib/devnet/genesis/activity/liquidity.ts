import { type Address, parseEther, parseUnits } from "viem";
import type { Bench } from "../bench";
import { balanceOf, ERC20, give, USDC } from "./dealings";
import { drain, fill } from "./poolsV2";
import { openPosition, poolV3, shrinkPosition } from "./poolsV3";
import type { Chapter, Stage } from "./stage";
import { DAY } from "./timeline";

const dollars = (text: string) => parseUnits(text, 6);

/** Who fills the pools that everybody trades in, and who takes out again what they put there. */
export const liquidity: Chapter = (stage) => {
  const { cast, sample } = stage;
  const [provider, farmer] = [cast.as("provider"), cast.as("farmer")];
  const ids = new Map<string, bigint>();
  const id = (name: string) => ids.get(name) ?? 0n;
  const open = async (name: string, who: Bench, token: Address, amount: bigint, ether: string, fee: number, width: number | null) =>
    void ids.set(name, await openPosition(who, { token, amount, ether: parseEther(ether), fee }, width));
  return [
    { at: 0.2 * DAY, run: () => supply(stage) },
    { at: 1.5 * DAY, run: () => usdcPools(stage, () => open("usdc", provider, USDC, dollars("1000000"), "400", 500, null)) },
    { at: 1.7 * DAY, run: () => pebbleV3(stage, () => open("pebble", provider, sample("Plain"), parseEther("150000"), "24", 3_000, null)) },
    { at: 4.6 * DAY, run: async () => void (await fill(provider, sample("Plain"), parseEther("120000"), parseEther("40"))) },
    { at: 6.5 * DAY, run: async () => void (await fill(farmer, sample("Owner-mintable"), parseEther("80000"), parseEther("12"))) },
    { at: 8.2 * DAY, run: () => open("narrow", farmer, USDC, dollars("200000"), "80", 500, 40) },
    { at: 12.7 * DAY, run: () => drain(farmer, sample("Owner-mintable"), 100n) },
    { at: 17.4 * DAY, run: () => drain(provider, sample("Plain"), 60n) },
    { at: 20.3 * DAY, run: async () => void (await fill(farmer, sample("Owner-mintable"), parseEther("50000"), parseEther("8"))) },
    { at: 22.8 * DAY, run: () => shrinkPosition(farmer, id("narrow"), 50n) },
    { at: 25.1 * DAY, run: () => shrinkPosition(provider, id("pebble"), 30n) },
    { at: 29.2 * DAY, run: () => shrinkPosition(farmer, id("narrow"), 100n) },
  ];
};

/** What the maker of the first samples has left goes to those who trade, so that no single one holds much of it. */
async function supply({ maker, cast, sample }: Stage): Promise<void> {
  for (const name of ["Plain", "Fixed tax", "Owner-mintable"]) {
    for (const { deployer } of cast.traders) await give(maker, sample(name), deployer, parseEther("8000"));
  }
  const rest = [
    ["Plain", "provider"],
    ["Owner-mintable", "farmer"],
    ["Fixed tax", "mason"],
  ] as const;
  for (const [name, to] of rest) await give(maker, sample(name), cast.as(to).deployer, parseEther("390000"));
  const mint = (to: Address, amount: string) => maker.send({ to: USDC, abi: ERC20, functionName: "mint", args: [to, dollars(amount)] });
  await mint(cast.as("provider").deployer, "2000000");
  await mint(cast.as("farmer").deployer, "400000");
  for (const { deployer } of cast.traders.slice(4)) await mint(deployer, "5000");
}

async function usdcPools({ cast, found, markets }: Stage, openNewer: () => Promise<void>): Promise<void> {
  const provider = cast.as("provider");
  found.set("USDC pool", await fill(provider, USDC, dollars("500000"), parseEther("200")));
  await openNewer();
  found.set("USDC V3 pool", await poolV3(provider, USDC, 500));
  markets.push(...Array(3).fill({ token: USDC, fee: null }), ...Array(6).fill({ token: USDC, fee: 500 }));
}

async function pebbleV3({ cast, sample, found, markets }: Stage, openNewer: () => Promise<void>): Promise<void> {
  const provider = cast.as("provider");
  await openNewer();
  found.set("Plain V3 pool", await poolV3(provider, sample("Plain"), 3_000));
  markets.push(...Array(4).fill({ token: sample("Plain"), fee: 3_000 }));
  if ((await balanceOf(sample("Plain"), provider)) < parseEther("120000")) throw new Error("Too little is left for the older pool.");
}
