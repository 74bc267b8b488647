import { type Abi, type Address, encodeFunctionData, maxUint256, parseEther, parseUnits } from "viem";
import type { SamplePlace } from "../../../env";
import { ERC20, saleV2, USDC } from "./dealings";
import { batchOf } from "./delegation";
import { at, type Stage } from "./stage";

type Told = Omit<SamplePlace, "from_block" | "to_block">;

/** What of the history is worth a look, by kind, the best first. */
export function places(stage: Stage): Told[] {
  return [...pools(stage), ...people(stage), ...contracts(stage), ...transactions(stage)];
}

function pools(stage: Stage): Told[] {
  const pool = (kind: "pool_v2" | "pool_v3", name: string, found: string, what: string) => ({
    kind,
    name,
    address: at(stage, found),
    what,
  });
  return [
    pool("pool_v3", "USDC on V3", "USDC V3 pool", "the busiest pool: WETH and USDC at 0.05%, trades from dust to whales"),
    pool("pool_v3", "Pebble on V3", "Plain V3 pool", "WETH and PEB at 0.3%; part of its one position was taken out"),
    pool("pool_v2", "USDC on V2", "USDC pool", "WETH and USDC on the older exchange"),
    pool("pool_v2", "Rug-pulled", "Moon Otter pool", "filled, traded for some hours, then emptied by its maker"),
    pool("pool_v2", "Printed dry", "Safe Comet pool", "its maker minted ten times the supply, sold it and left"),
    pool("pool_v2", "Fresh pool", "Night Kite pool", "launched last, its shares are with its maker"),
  ];
}

function people({ cast }: Stage): Told[] {
  const account = (kind: "wallet" | "deployer", name: string, address: Address, what: string) => ({ kind, name, address, what });
  return [
    account("deployer", "Rug-puller", cast.as("crow").deployer, "made five tokens, took four pools away"),
    account("deployer", "Honest maker", cast.as("mason").deployer, "made five tokens with pool shares burnt or locked"),
    account("deployer", "Unfinished maker", cast.as("tinker").deployer, "made five tokens, three of them traps, two never finished"),
    account(
      "wallet",
      "Careless wallet",
      cast.traders[6]?.deployer as Address,
      "open leave for routers, Permit2, a lock, a drainer and a sweeper",
    ),
    account("wallet", "Tidy wallet", cast.traders[8]?.deployer as Address, "gave Permit2 leave and took it back"),
    account("wallet", "Delegated account", cast.as("pilot").deployer, "an account that acts by a contract's code (EIP-7702)"),
    account("wallet", "Drainer", cast.as("drainer").deployer, "took the tokens of two wallets by leave they had given"),
    account("wallet", "Whale", cast.traders[11]?.deployer as Address, "trades that move the price"),
  ];
}

function contracts(stage: Stage): Told[] {
  const contract = (name: string, found: string, what: string) => ({ kind: "contract", name, address: at(stage, found), what }) as const;
  return [
    contract("Sweeper", "sweeper", "what the drainer had its victims approve"),
    contract("Council", "council", "two of three keys act together"),
    contract("Timelock", "timelock", "OpenZeppelin's, with a delay of two days"),
    contract("Share lock", "share lock", "holds pool shares for a year"),
  ];
}

type Wish = { to: Address; abi: Abi | readonly unknown[]; functionName: string; args: readonly unknown[] };

function transactions(stage: Stage): Told[] {
  const { cast, sample } = stage;
  const [careless, pilot] = [cast.traders[6]?.deployer as Address, cast.as("pilot").deployer];
  const wish = (name: string, address: Address, what: string, { to, ...call }: Wish): Told => {
    const data = encodeFunctionData({ ...call, abi: call.abi as Abi });
    return { kind: "transaction", name, address, what, call: { to, value: "0", data } };
  };
  const token = (to: Address, functionName: "approve" | "transfer", args: readonly unknown[]) => ({ to, abi: ERC20, functionName, args });
  const drainer = cast.as("drainer").deployer;
  return [
    wish("Sell Pebble", careless, "a plain sale on the older exchange", saleV2(sample("Plain"), careless, parseEther("500"))),
    wish("Approve a drainer", careless, "unlimited leave to spend USDC, for an account", token(USDC, "approve", [drainer, maxUint256])),
    wish(
      "Sell the honeypot",
      at(stage, "goose holder"),
      "the token refuses",
      saleV2(sample("Honeypot"), at(stage, "goose holder"), parseEther("1")),
    ),
    wish("Pay in USDC", careless, "25 USDC to another wallet", token(USDC, "transfer", [cast.as("mason").deployer, parseUnits("25", 6)])),
    wish("Batch of a delegated account", pilot, "three calls as one", { to: pilot, ...batchOf(stage, parseUnits("90", 6)) }),
  ];
}
