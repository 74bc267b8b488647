import { type Address, parseEther } from "viem";
import { balanceOf, buy, ERC20, saleV2 } from "./dealings";
import { launch, type Plan } from "./launch";
import { drain } from "./poolsV2";
import type { Chapter, Stage } from "./stage";
import { type Act, DAY } from "./timeline";

const HOUR = DAY / 24;

/** On which day, under which name, with how much ETH, and how it ends. */
const RUGS = [
  { day: 4.2, onChain: ["Moon Otter", "OTTER"], depth: "12", end: "pulled" },
  { day: 10.6, onChain: ["Turbo Frog", "TFROG"], depth: "9", end: "pulled" },
  { day: 16.3, onChain: ["Safe Comet", "SCOMET"], depth: "15", end: "printed" },
  { day: 22.1, onChain: ["Lucky Pine", "LPINE"], depth: "10", end: "pulled" },
  { day: 28.9, onChain: ["Night Kite", "NKITE"], depth: "14", end: "open" },
] as const;

/** Three who make tokens: one keeps their word, one takes the pool away again and again, one leaves things unfinished. */
export const launches: Chapter = (stage) => [
  ...RUGS.flatMap((rug) => rugged(stage, rug)),
  {
    at: 2.4 * DAY,
    run: () => honest(stage, { contract: "PlainToken", onChain: ["Meadow", "MEADOW"], depth: "22", percent: 90n, burnShares: true }),
  },
  {
    at: 7.8 * DAY,
    run: () => honest(stage, { contract: "PlainToken", onChain: ["Orchard", "ORCH"], depth: "18", percent: 90n, burnShares: true }),
  },
  { at: 13.5 * DAY, run: () => unfinished(stage) },
];

function rugged(stage: Stage, { day, onChain, depth, end }: (typeof RUGS)[number]): Act[] {
  const crow = stage.cast.as("crow");
  const plan: Plan = { contract: end === "printed" ? "MintableToken" : "PlainToken", onChain: [...onChain], depth, percent: 80n };
  let token: Address;
  const begin = async () => {
    const made = await launch(crow, stage.contracts, plan);
    token = made.token;
    stage.found.set(onChain[0], token);
    if (made.pool) stage.found.set(`${onChain[0]} pool`, made.pool);
    if (end === "open")
      stage.tokens.push({ name: "Fresh pool", address: token, what: "launched last, and its maker can take the pool away" });
  };
  const lured: Act[] = Array.from({ length: 5 }, (_, n) => ({
    at: day * DAY + (n + 1) * HOUR + stage.chance.below(1_800),
    run: async () => {
      const trader = stage.chance.pick(stage.cast.traders);
      await buy(trader, { token, fee: null }, trader.low * 3n);
    },
  }));
  const finish: Act = { at: (day + 0.4) * DAY, run: () => (end === "printed" ? print(stage, token) : drain(crow, token, 100n)) };
  return [{ at: day * DAY, run: begin }, ...lured, ...(end === "open" ? [] : [finish])];
}

/** Mints ten times what there is and sells it into the pool. */
async function print({ cast }: Stage, token: Address): Promise<void> {
  const crow = cast.as("crow");
  await crow.send({ to: token, abi: ERC20, functionName: "mint", args: [crow.deployer, parseEther("10000000")] });
  const all = await balanceOf(token, crow);
  const sale = saleV2(token, crow.deployer, all);
  await crow.send({ to: token, abi: ERC20, functionName: "approve", args: [sale.to, all] });
  await crow.send(sale);
  await drain(crow, token, 100n);
}

async function honest(stage: Stage, plan: Plan): Promise<void> {
  const { token, pool } = await launch(stage.cast.as("mason"), stage.contracts, plan);
  stage.found.set(plan.onChain[0], token);
  if (pool) stage.found.set(`${plan.onChain[0]} pool`, pool);
  stage.markets.push({ token, fee: null });
}

/** One that never got a pool, and one whose maker took back half of it and let it be. */
async function unfinished({ cast, contracts, found }: Stage): Promise<void> {
  const tinker = cast.as("tinker");
  found.set("Draft", (await launch(tinker, contracts, { contract: "PlainToken", onChain: ["Draft", "DRAFT"], depth: null })).token);
  const half = await launch(tinker, contracts, { contract: "MintableToken", onChain: ["Half Baked", "HALF"], depth: "6" });
  found.set("Half Baked", half.token);
  if (half.pool) found.set("Half Baked pool", half.pool);
  await drain(tinker, half.token, 50n);
}
