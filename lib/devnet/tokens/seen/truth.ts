import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const RENOUNCE = { at: "traded", call: "renounceOwnership()" } as const;

/** Whether what a token shows of itself is so. */
export const truth: Row[] = [
  avoid("false_balance", "Flatterer", ["balances", "sell", "supply", "holders_sell"], { trades: "none" }),
  avoid("false_balance", "Mirage", ["balances", "buy_tax", "sell", "sell_tax", "supply"], {
    args: ["$router"],
    trades: "buys",
    code: "stripped",
  }),
  ok("false_balance", "Growing", { twinOf: "false_balance/Flatterer" }),
  avoid("rebasing", "Shrinking", ["rebase", "seize"], {}),
  ok("rebasing", "Growing", { as: "Growing-ir", twinOf: "rebasing/Shrinking", code: "ir" }),
  ok("rebasing", "Reflecting", { decimals: 9, twinOf: "rebasing/Shrinking" }),
  avoid("false_decimals", "SlipperyPoint", ["decimals", "metadata", "simulator"], {}),
  ok("false_decimals", "NinePlaces", { decimals: 9, twinOf: "false_decimals/SlipperyPoint" }),
  ok("false_decimals", "NoPlaces", { decimals: 0, twinOf: "false_decimals/SlipperyPoint" }),
  avoid("false_events", "NameDropper", ["events", "supply", "balances"], {}),
  ok("false_events", "Chatty", { twinOf: "false_events/NameDropper" }),
  avoid("false_supply", "Iceberg", ["supply", "balances", "hidden_mint"], { args: ["$hidden"] }),
  ok("false_supply", "Circulating", {
    twinOf: "false_supply/Iceberg",
    steps: [{ at: "traded", by: "$me", call: "transfer(address,uint256)", args: ["$dead", 10n ** 24n] }],
  }),
  avoid("airdrop_scam", "PrizeDraw", ["sell", "transfer", "metadata", "events", "balances", "holders_sell"], {
    trades: "buys",
    steps: [{ at: "traded", call: "drop(address[])", args: [["$buyer1", "$buyer2", "$buyer3"]] }],
  }),
  ok("airdrop_scam", "ClaimDrop", {
    args: ["$buyer1"],
    twinOf: "airdrop_scam/PrizeDraw",
    steps: [{ at: "traded", by: "$buyer1", call: "claim(uint256)", args: [1000n * 10n ** 18n] }],
  }),
  caution("concentration", "HoldersBurn", ["concentration", "holders", "liquidity_pull"], {
    as: "one-hand",
    accepts: ["avoid"],
    pooled: 50_000_000,
    steps: [RENOUNCE],
  }),
  ok("concentration", "HoldersBurn", { as: "many-hands", twinOf: "concentration/one-hand", steps: [RENOUNCE] }),
];
