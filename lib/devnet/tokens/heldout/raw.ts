import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const args = ["$hidden"];
const kit = ["$pool", "$hidden"];
const HIDDEN = ["hidden_owner", "renounce"];
const begin = { call: "begin(address)", args: ["$me"] };
const CODE = ["code_swap", "fixed_code", ...HIDDEN];
const UPGRADE = ["fixed_code", "code_swap"];
const PULL = ["liquidity", "liquidity_pull"];
const inner = (contract = "Inner", ...more: string[]) => ({ as: "inner", contract, args: more });

/** Tokens laid out by hand, doors of many makes, and where pool shares may rest. */
export const raw: Row[] = [
  avoid("hidden_mint", "RawPress", ["hidden_mint", "mint", "supply", ...HIDDEN], { args, code: "stripped" }),
  avoid("backdoor_transfer", "RawThief", ["seize", ...HIDDEN], { args, code: "stripped" }),
  ok("plain", "RawPlain", { args, code: "stripped", twinOf: "backdoor_transfer/RawThief" }),
  avoid("rebasing", "RawIndex", ["rebase", "seize", ...HIDDEN], { args }),
  ok("rebasing", "RawGrowth", { args, twinOf: "rebasing/RawIndex" }),
  avoid("false_decimals", "RawPlaces", ["decimals", "metadata", "simulator"], { args }),
  ok("false_decimals", "RawSix", { args, decimals: 6, pooled: 900_000_000, twinOf: "false_decimals/RawPlaces" }),
  avoid("false_balance", "RawPoser", ["balances", "sell", "supply", "holders_sell"], { args, trades: "none" }),
  ok("false_balance", "RawGrowth", { as: "RawGrowth-plain", args, code: "plain", twinOf: "false_balance/RawPoser" }),
  avoid("false_events", "RawBragger", ["events", "supply", "balances"], { args }),
  ok("false_events", "RawPair", { args, twinOf: "false_events/RawBragger" }),
  avoid("false_supply", "RawModest", ["supply", "balances", "hidden_mint"], { args, code: "ir" }),
  ok("false_supply", "RawPlain", { as: "RawPlain-ir", args, code: "ir", twinOf: "false_supply/RawModest" }),
  avoid("airdrop_scam", "RawDrop", ["sell", "transfer", "metadata", "events", "balances", "holders_sell"], { args, trades: "none" }),
  ok("airdrop_scam", "RawPair", { as: "RawPair-plain", args, code: "plain", twinOf: "airdrop_scam/RawDrop" }),
  avoid("old_style", "RawGhost", ["sell", "transfer", "erc20", "balances", "events", "holders_sell"], { args, trades: "none" }),
  ok("old_style", "RawSilent", { args, twinOf: "old_style/RawGhost" }),
  avoid("proxy_1967", "AdminShell", CODE, {
    helpers: [inner(), { as: "admin", contract: "ShyAdmin", args: ["$hidden"] }],
    args: ["$inner", "$admin", begin],
  }),
  caution("proxy_1967", "AdminShell", UPGRADE, {
    as: "AdminShell-open",
    helpers: [inner()],
    args: ["$inner", "$me", begin],
    twinOf: "proxy_1967/AdminShell",
  }),
  ok("proxy_1967", "Shell", { helpers: [inner()], args: ["$inner", begin], twinOf: "proxy_1967/AdminShell" }),
  avoid("proxy_beacon", "BeaconDoor", [...CODE, "sell_later"], {
    as: "BeaconDoor-clock",
    helpers: [inner(), { as: "trap", contract: "InnerTrap" }, { as: "beacon", contract: "ClockBeacon", args: ["$inner", "$trap"] }],
    args: ["$beacon", begin],
  }),
  caution("proxy_beacon", "BeaconDoor", UPGRADE, {
    helpers: [inner(), { as: "beacon", contract: "KitBeacon", args: ["$inner", "$me"] }],
    args: ["$beacon", begin],
    twinOf: "proxy_beacon/BeaconDoor-clock",
  }),
  avoid("proxy_uups", "Shell", CODE, { as: "Shell-password", helpers: [inner("InnerPassword", "$hidden")], args: ["$inner", begin] }),
  caution("proxy_uups", "Shell", UPGRADE, {
    as: "Shell-owned",
    helpers: [inner("InnerUups")],
    args: ["$inner", begin],
    twinOf: "proxy_uups/Shell-password",
  }),
  ok("proxy_uups", "Shell", {
    as: "Shell-renounced",
    helpers: [inner("InnerUups")],
    args: ["$inner", begin],
    twinOf: "proxy_uups/Shell-password",
    steps: [{ at: "traded", call: "renounceOwnership()" }],
  }),
  avoid("proxy_minimal", "CloneDoor", ["code_swap", "seize", "fixed_code", ...HIDDEN], {
    helpers: [inner("InnerTool", "$hidden")],
    args: ["$inner", begin],
  }),
  ok("proxy_minimal", "CloneDoor", {
    as: "CloneDoor-plain",
    helpers: [inner()],
    args: ["$inner", begin],
    twinOf: "proxy_minimal/CloneDoor",
  }),
  avoid("proxy_homemade", "DirectoryDoor", CODE, {
    helpers: [inner(), { as: "book", contract: "Directory", args: ["$hidden", "$inner"] }],
    args: ["$book", begin],
  }),
  ok("proxy_homemade", "DirectoryDoor", {
    as: "DirectoryDoor-stone",
    helpers: [inner(), { as: "book", contract: "StoneDirectory", args: ["$inner"] }],
    args: ["$book", begin],
    twinOf: "proxy_homemade/DirectoryDoor",
  }),
  avoid("diamond", "ResortDiamond", CODE, { helpers: [inner()], args: ["$inner", "$hidden", begin] }),
  ok("diamond", "FixedFacets", {
    helpers: [inner(), { as: "second", contract: "Inner" }],
    args: ["$second", "$inner", begin],
    twinOf: "diamond/ResortDiamond",
  }),
  avoid("delegated_account", "Inner", ["contract", "fixed_code", "code_swap"], {
    as: "inner-lent",
    helpers: [inner()],
    delegatesTo: "$inner",
    steps: [{ at: "built", ...begin }],
  }),
  ok("delegated_account", "CloneDoor", {
    as: "inner-cloned",
    helpers: [inner()],
    args: ["$inner", begin],
    twinOf: "delegated_account/inner-lent",
  }),
  avoid("liquidity", "RawPlain", PULL, { as: "vault", args, helpers: [{ as: "vault", contract: "Vault", args }], shares: "$vault" }),
  avoid("liquidity", "RawPlain", PULL, { as: "kept-plain", args, code: "plain", shares: "$me", quote: "usdc", depth: 60 }),
  ok("liquidity", "FairBurner", {
    as: "tomb",
    args: kit,
    helpers: [{ as: "tomb", contract: "Tomb" }],
    shares: "$tomb",
    twinOf: "liquidity/vault",
  }),
  avoid("fake_lock", "FairBurner", PULL, {
    as: "migrating",
    args: kit,
    helpers: [{ as: "lock", contract: "MigratingLock", args: ["$me"] }],
    shares: "$lock",
  }),
  ok("fake_lock", "FairBurner", {
    as: "two-years",
    args: kit,
    helpers: [{ as: "lock", contract: "TwoYears", args: ["$me"] }],
    shares: "$lock",
    twinOf: "fake_lock/migrating",
  }),
  caution("concentration", "FairBurner", ["concentration", "holders", "liquidity_pull"], {
    as: "one-purse",
    args: kit,
    accepts: ["avoid"],
    pooled: 100_000_000,
  }),
  ok("concentration", "FairBurner", { as: "spread", args: kit, twinOf: "concentration/one-purse" }),
  { ...ok("untried", "RawPlain", { as: "nowhere", args, pooled: 0, accepts: ["ok"] }), deserves: "unknown" },
];
