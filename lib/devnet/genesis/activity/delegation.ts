import { type Address, encodeFunctionData, parseEther, parseUnits } from "viem";
import { ERC20, exchange, give, USDC } from "./dealings";
import { compiled } from "./launch";
import type { Chapter, Stage } from "./stage";
import { at } from "./stage";
import { DAY } from "./timeline";

/** One account lets itself be run by a contract's code and does two things as one. */
export const delegation: Chapter = (stage) => [
  { at: 11.6 * DAY, run: () => delegate(stage) },
  { at: 23.5 * DAY, run: () => batch(stage) },
];

async function delegate({ cast, contracts, found }: Stage): Promise<void> {
  const { abi, bytecode } = compiled(contracts, "BatchAccount");
  found.set("batch code", await cast.as("mason").deploy(abi, bytecode));
  const pilot = cast.as("pilot");
  await pilot.delegate(found.get("batch code") as Address);
  await give(cast.as("provider"), USDC, pilot.deployer, parseUnits("2000", 6));
}

async function batch(stage: Stage): Promise<void> {
  const pilot = stage.cast.as("pilot");
  at(stage, "batch code");
  await pilot.send({ to: pilot.deployer, ...batchOf(stage, parseUnits("150", 6)) });
}

/** Leave for the router and a present in USDC, as one call of the account to itself. */
export function batchOf({ cast, contracts }: Pick<Stage, "cast" | "contracts">, amount: bigint) {
  const spend = encodeFunctionData({ abi: ERC20, functionName: "approve", args: [exchange.v3.router, amount] });
  const present = encodeFunctionData({ abi: ERC20, functionName: "transfer", args: [cast.as("mason").deployer, amount / 3n] });
  const calls = [
    { to: USDC, value: 0n, data: spend },
    { to: USDC, value: 0n, data: present },
    { to: cast.as("farmer").deployer, value: parseEther("0.01"), data: "0x" },
  ];
  return { abi: compiled(contracts, "BatchAccount").abi, functionName: "execute", args: [calls] } as const;
}
