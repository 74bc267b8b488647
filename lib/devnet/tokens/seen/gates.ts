import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const args = ["$router"];
const RENOUNCE = { call: "renounceOwnership()" };

/** Who may trade, and who may stop it. */
export const gates: Row[] = [
  avoid("whitelist_sell", "GuestList", ["sell", "gate", "holders_sell"], { args, trades: "buys", code: "stripped" }),
  avoid("whitelist_sell", "EverybodyIsABot", ["sell", "freeze", "gate"], { args, trades: "buys" }),
  ok("whitelist_sell", "FeeGuests", {
    args,
    twinOf: "whitelist_sell/GuestList",
    steps: [
      { at: "built", call: "setGuest(address,bool)", args: ["$hidden", true] },
      { at: "traded", ...RENOUNCE },
    ],
  }),
  avoid("blacklist", "ShadowBlocklist", ["freeze", "hidden_owner", "renounce", "pause"], {
    args,
    code: "ir",
    steps: [
      { at: "built", call: "init(address)", args: ["$hidden"] },
      { at: "traded", ...RENOUNCE },
    ],
  }),
  caution("blacklist", "Blocklisted", ["freeze", "pause"], { args, twinOf: "blacklist/ShadowBlocklist" }),
  ok("blacklist", "Blocklisted", {
    as: "Blocklisted-renounced",
    args,
    twinOf: "blacklist/ShadowBlocklist",
    steps: [{ at: "traded", ...RENOUNCE }],
  }),
  avoid("freeze", "Frostbite", ["freeze", "hidden_owner", "renounce", "pause"], {
    code: "stripped",
    steps: [
      { at: "built", call: "setOperator(address,bool)", args: ["$hidden", true] },
      { at: "traded", ...RENOUNCE },
    ],
  }),
  caution("freeze", "Freezable", ["freeze", "pause"], { twinOf: "freeze/Frostbite" }),
  ok("freeze", "Freezable", {
    as: "Freezable-renounced",
    twinOf: "freeze/Frostbite",
    code: "stripped",
    steps: [{ at: "traded", ...RENOUNCE }],
  }),
  avoid("pause", "ShadowPause", ["pause", "hidden_owner", "renounce", "freeze"], {
    args: ["$hidden"],
    steps: [{ at: "traded", ...RENOUNCE }],
  }),
  caution("pause", "PausableToken", ["pause"], { twinOf: "pause/ShadowPause" }),
  ok("pause", "PausableToken", {
    as: "PausableToken-renounced",
    twinOf: "pause/ShadowPause",
    code: "plain",
    steps: [{ at: "traded", ...RENOUNCE }],
  }),
  avoid("trading_off", "HalfOpen", ["sell", "transfer", "pause"], { args, trades: "buys" }),
  ok("trading_off", "OneWaySwitch", { args, twinOf: "trading_off/HalfOpen", steps: [{ at: "pooled", call: "enableTrading()" }] }),
  caution("trading_off", "TwoWaySwitch", ["pause"], {
    args,
    twinOf: "trading_off/HalfOpen",
    code: "stripped",
    steps: [{ at: "pooled", call: "setTrading(bool)", args: [true] }],
  }),
  avoid("buy_blocked", "MembersBuy", ["buy", "gate"], { args, trades: "none" }),
  ok("buy_blocked", "MembersBoughtFirst", { args, twinOf: "buy_blocked/MembersBuy", steps: [{ at: "pooled", call: "openToAll()" }] }),
];
