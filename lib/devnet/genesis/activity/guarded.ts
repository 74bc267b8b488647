import { type Address, encodeFunctionData, parseAbi, parseEther } from "viem";
import { balanceOf, give } from "./dealings";
import { compiled, DEAD, launch, type Plan, SUPPLY } from "./launch";
import { givePosition, openPosition, poolV3 } from "./poolsV3";
import type { Chapter, Stage } from "./stage";
import { at } from "./stage";
import { DAY } from "./timeline";

const OWNED = parseAbi([
  "function transferOwnership(address to)",
  "function renounceOwnership()",
  "function mint(address to, uint256 amount)",
]);
const YEAR = 365 * DAY;

/** Tokens whose powers are held by more than one key, or by nobody, or by somebody who hides. */
export const guarded: Chapter = (stage) => [
  { at: 0.1 * DAY, run: () => appointKeepers(stage) },
  { at: 0.5 * DAY, run: () => pausedAfterNotice(stage) },
  { at: 0.7 * DAY, run: () => mintedByCouncil(stage) },
  { at: 0.9 * DAY, run: () => onTheNewerPoolsOnly(stage) },
  { at: 1.1 * DAY, run: () => hiddenOwner(stage) },
  { at: 1.2 * DAY, run: () => boundlessTax(stage) },
  { at: 1.3 * DAY, run: () => saleGate(stage) },
  { at: 9.4 * DAY, run: () => councilMints(stage) },
];

async function appointKeepers({ cast, contracts, found }: Stage): Promise<void> {
  const mason = cast.as("mason");
  const keepers = (["keeper 1", "keeper 2", "keeper 3"] as const).map((name) => cast.as(name).deployer);
  const council = compiled(contracts, "Council");
  const address = await mason.deploy(council.abi, council.bytecode, [keepers, 2n]);
  const delayed = compiled(contracts, "DelayedOwner");
  found.set("council", address);
  found.set("timelock", await mason.deploy(delayed.abi, delayed.bytecode, [BigInt(2 * DAY), [address], [address]]));
}

async function pausedAfterNotice(stage: Stage): Promise<void> {
  const plan: Plan = { contract: "PausableToken", onChain: ["Lighthouse", "LAMP"], depth: "35", percent: 80n, burnShares: true };
  const token = await add(stage, "mason", "Timelocked pause", "its owner can pause it, after two days' notice", plan);
  await hand(stage, token, at(stage, "timelock"));
}

async function mintedByCouncil(stage: Stage): Promise<void> {
  const mason = stage.cast.as("mason");
  const what = "two of three keys can mint more; pool shares are locked for a year";
  const plan: Plan = { contract: "MintableToken", onChain: ["Commons", "COMM"], depth: "30", percent: 80n };
  const token = await add(stage, "mason", "Council mint", what, plan);
  const pair = at(stage, "Council mint pool");
  const lock = compiled(stage.contracts, "ShareLock");
  const address = await mason.deploy(lock.abi, lock.bytecode, [pair, mason.deployer, BigInt(stage.start + YEAR)]);
  stage.found.set("share lock", address);
  await give(mason, pair, address, await balanceOf(pair, mason));
  await hand(stage, token, at(stage, "council"));
}

async function councilMints({ cast, contracts, found }: Stage): Promise<void> {
  const [token, council] = [found.get("Council mint") as Address, found.get("council") as Address];
  const data = encodeFunctionData({ abi: OWNED, functionName: "mint", args: [cast.as("keeper 1").deployer, parseEther("20000")] });
  for (const name of ["keeper 2", "keeper 3"] as const) {
    await cast.as(name).send({ to: council, abi: compiled(contracts, "Council").abi, functionName: "agree", args: [token, data, 1n] });
  }
}

async function onTheNewerPoolsOnly(stage: Stage): Promise<void> {
  const mason = stage.cast.as("mason");
  const what = "fixed supply, traded on Uniswap V3 alone, its position burnt";
  const fee = 10_000;
  const token = await add(stage, "mason", "V3 only", what, { contract: "PlainToken", onChain: ["Ember", "EMBER"], depth: null });
  const id = await openPosition(mason, { token, amount: (SUPPLY * 85n) / 100n, ether: parseEther("45"), fee }, null);
  await givePosition(mason, id, DEAD);
  stage.found.set("V3 only pool", await poolV3(mason, token, fee));
  stage.markets.push({ token, fee }, { token, fee });
}

async function hiddenOwner(stage: Stage): Promise<void> {
  const what = "ownership renounced, yet a key that nothing shows can freeze holders";
  const plan: Plan = { contract: "ShadowOwnerToken", onChain: ["Clean Slate", "SLATE"], depth: "25", percent: 80n, burnShares: true };
  const token = await add(stage, "tinker", "Hidden owner", what, plan);
  await stage.cast.as("tinker").send({ to: token, abi: OWNED, functionName: "renounceOwnership", args: [] });
}

async function boundlessTax(stage: Stage): Promise<void> {
  const what = "takes 1% today, and nothing bounds what its owner makes of that";
  const plan: Plan = { contract: "TaxDialToken", onChain: ["Sliding Scale", "SLIDE"], depth: "25", percent: 80n, knowsPool: true };
  await add(stage, "tinker", "Boundless tax", what, { ...plan, burnShares: true });
}

async function saleGate(stage: Stage): Promise<void> {
  const what = "its owner can close selling for everybody but their own";
  const plan: Plan = { contract: "SaleGateToken", onChain: ["Turnstile", "TURN"], depth: "25", percent: 80n, knowsPool: true };
  await add(stage, "tinker", "Sale gate", what, { ...plan, burnShares: true });
}

async function add(stage: Stage, who: "mason" | "tinker" | "crow", name: string, what: string, plan: Plan): Promise<Address> {
  const { token, pool } = await launch(stage.cast.as(who), stage.contracts, plan);
  stage.tokens.push({ name, address: token, what });
  stage.found.set(name, token);
  if (pool) stage.found.set(`${name} pool`, pool);
  if (pool) stage.markets.push({ token, fee: null });
  return token;
}

const hand = ({ cast }: Stage, token: Address, to: Address) =>
  cast.as("mason").send({ to: token, abi: OWNED, functionName: "transferOwnership", args: [to] });
