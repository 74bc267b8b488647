import { avoid, ok } from "../row";
import type { Row } from "../types";

const args = ["$router"];
const RENOUNCE = { at: "traded", call: "renounceOwnership()" } as const;
const rules = (contract: string, ...more: string[]) => ({ helpers: [{ as: "rules", contract, args: more }], args: ["$rules"] });
const tracker = { helpers: [{ as: "tracker", contract: "MoodyTracker", args: ["$hidden"] }], args: ["$tracker"] };
const SELL = ["sell", "simulator", "gate", "sell_later", "holders_sell"];

/** What a token finds out about whoever calls it, by itself or through somebody else. */
export const watchers: Row[] = [
  avoid("simulator", "CoinbaseSniffer", SELL, { args, trades: "buys" }),
  avoid("simulator", "CodeSniffer", [...SELL, "sell_tax", "sell_rest"], { args, trades: "buys", code: "stripped" }),
  avoid("simulator", "KnownCallers", SELL, { args, trades: "buys" }),
  avoid("simulator", "GasSniffer", SELL, { args, trades: "buys", code: "plain" }),
  avoid("simulator", "OddSeconds", SELL, { args, trades: "buys" }),
  ok("simulator", "Diarist", { args, twinOf: "simulator/CoinbaseSniffer" }),
  ok("simulator", "Diarist", { as: "Diarist-plain", args, twinOf: "simulator/KnownCallers", code: "plain" }),
  ok("simulator", "Courier", { twinOf: "simulator/CodeSniffer" }),
  avoid("gas_price", "FreeGasOnly", SELL, { args, trades: "buys" }),
  ok("gas_price", "GasNotes", { args, twinOf: "gas_price/FreeGasOnly" }),
  avoid("tx_origin", "SignedByMe", [...SELL, "sell_sizes"], { args, trades: "buys" }),
  ok("tx_origin", "OneBuyABlock", { args, twinOf: "tx_origin/SignedByMe" }),
  avoid("external_gate", "Gatekept", ["gate", "pause", "freeze", "hidden_owner", "renounce"], {
    as: "Gatekept-open",
    ...rules("OpenRules", "$hidden"),
    steps: [RENOUNCE],
  }),
  avoid("external_gate", "Gatekept", SELL, { as: "Gatekept-shut", ...rules("ShutRules", "$pool", "$me"), trades: "buys" }),
  ok("external_gate", "Gatekept", {
    as: "Gatekept-fixed",
    ...rules("FixedRules"),
    twinOf: "external_gate/Gatekept-open",
    steps: [RENOUNCE],
  }),
  avoid("external_call", "Dependent", ["gate", "pause", "freeze", "hidden_owner", "renounce"], { ...tracker, steps: [RENOUNCE] }),
  ok("external_call", "Independent", { ...tracker, twinOf: "external_call/Dependent", steps: [RENOUNCE] }),
  avoid("arithmetic_trap", "ZeroDivide", ["sell"], { args, trades: "buys" }),
  avoid("arithmetic_trap", "Underflow", ["sell", "sell_sizes", "sell_rest", "sell_part"], { args, trades: "buys" }),
  ok("arithmetic_trap", "Counting", { args, twinOf: "arithmetic_trap/Underflow" }),
];
