import { type Address, parseAbi, parseEther, parseUnits } from "viem";
import { approve, ERC20, exchange, USDC } from "./dealings";
import { compiled } from "./launch";
import { at, type Chapter, type Stage } from "./stage";
import { DAY } from "./timeline";

/** Where every chain has Permit2: what is allowed to it may be passed on by a signature. */
const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";
const ALL = parseAbi(["function setApprovalForAll(address operator, bool approved)"]);

/** Leave that wallets give, use up, take back and forget. */
export const approvals: Chapter = (stage) => {
  const { cast, sample, maker } = stage;
  const trader = (n: number) => cast.traders[n - 1] as (typeof cast.traders)[number];
  const all = (who: "provider" | "farmer", approved: boolean) => {
    const args = [cast.as(who === "provider" ? "farmer" : "provider").deployer, approved];
    return cast.as(who).send({ to: exchange.v3.positions, abi: ALL, functionName: "setApprovalForAll", args });
  };
  const spend = async () => {
    await approve(trader(8), USDC, trader(9).deployer, parseUnits("500", 6));
    const args = [trader(8).deployer, trader(9).deployer, parseUnits("180", 6)];
    await trader(9).send({ to: USDC, abi: ERC20, functionName: "transferFrom", args });
  };
  return [
    { at: 3.1 * DAY, run: () => approve(trader(9), USDC, PERMIT2) },
    { at: 3.4 * DAY, run: () => approve(trader(7), sample("Plain"), exchange.router) },
    { at: 3.5 * DAY, run: () => approve(trader(7), USDC, at(stage, "share lock"), parseUnits("25", 6)) },
    { at: 5.2 * DAY, run: spend },
    { at: 6.1 * DAY, run: () => approve(trader(7), USDC, PERMIT2) },
    { at: 9.7 * DAY, run: () => all("provider", true) },
    { at: 11.3 * DAY, run: () => approve(trader(10), sample("Fixed tax"), maker.deployer, parseEther("40")) },
    { at: 14.2 * DAY, run: () => all("farmer", true) },
    { at: 15.5 * DAY, run: () => all("farmer", false) },
    { at: 18.6 * DAY, run: () => approve(trader(9), USDC, PERMIT2, 0n) },
    { at: 19.0 * DAY, run: () => setTrap(stage) },
    { at: 19.3 * DAY, run: () => approve(trader(5), sample("Plain"), at(stage, "sweeper")) },
    { at: 19.9 * DAY, run: () => approve(trader(6), sample("Plain"), at(stage, "sweeper")) },
    { at: 20.1 * DAY, run: () => approve(trader(7), sample("Plain"), at(stage, "sweeper")) },
    { at: 20.4 * DAY, run: () => approve(trader(8), sample("Plain"), at(stage, "sweeper")) },
    // One of the four notices in time.
    { at: 20.6 * DAY, run: () => approve(trader(8), sample("Plain"), at(stage, "sweeper"), 0n) },
    { at: 21.2 * DAY, run: () => sweep(stage, [trader(5).deployer, trader(6).deployer]) },
    { at: 24.4 * DAY, run: () => approve(trader(7), sample("Owner-mintable"), cast.as("drainer").deployer) },
  ];
};

async function setTrap({ cast, contracts, found }: Stage): Promise<void> {
  const { abi, bytecode } = compiled(contracts, "Sweeper");
  found.set("sweeper", await cast.as("drainer").deploy(abi, bytecode));
}

/** The drainer takes from two of its victims; a third's leave stays open. */
async function sweep(stage: Stage, victims: Address[]): Promise<void> {
  const { abi } = compiled(stage.contracts, "Sweeper");
  await stage.cast.as("drainer").send({ to: at(stage, "sweeper"), abi, functionName: "claim", args: [stage.sample("Plain"), victims] });
}
