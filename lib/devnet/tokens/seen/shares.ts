import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const RENOUNCE = { at: "traded", call: "renounceOwnership()" } as const;
/** Where nobody trades beforehand, there should still be holders. */
const handOut = ["$buyer1", "$buyer2", "$buyer3"].map((to, at) => {
  return { at: "pooled", call: "transfer(address,uint256)", args: [to, BigInt(at + 1) * 10n ** 24n] } as const;
});
const YEAR = "$now+31536000";
const PULL = ["liquidity", "liquidity_pull"];
const locked = (contract: string, until = YEAR) => ({ helpers: [{ as: "lock", contract, args: ["$me", until] }], shares: "$lock" });

/** Pools and who can empty them, contracts older than the standard, and what is no contract at all. */
export const shares: Row[] = [
  avoid("liquidity", "HoldersBurn", PULL, { as: "kept", shares: "$me", steps: [RENOUNCE] }),
  avoid("liquidity", "HoldersBurn", PULL, { as: "friend", shares: "$hidden", steps: [RENOUNCE] }),
  ok("liquidity", "HoldersBurn", { as: "burnt", twinOf: "liquidity/kept", steps: [RENOUNCE] }),
  ok("liquidity", "HoldersBurn", { as: "burnt-usdc", quote: "usdc", depth: 80, twinOf: "liquidity/kept", steps: [RENOUNCE] }),
  avoid("liquidity", "HoldersBurn", PULL, { as: "kept-v3", version: "v3", shares: "$me", steps: [...handOut, RENOUNCE] }),
  ok("liquidity", "HoldersBurn", { as: "burnt-v3", version: "v3", twinOf: "liquidity/kept-v3", steps: [...handOut, RENOUNCE] }),
  avoid("fake_lock", "HoldersBurn", PULL, { as: "leaky", ...locked("LeakyLock"), steps: [RENOUNCE] }),
  avoid("fake_lock", "HoldersBurn", PULL, { as: "movable", ...locked("MovableLock"), steps: [RENOUNCE] }),
  avoid("fake_lock", "HoldersBurn", PULL, { as: "opens-at-once", ...locked("TimeLock", "$now+60"), steps: [RENOUNCE] }),
  ok("fake_lock", "HoldersBurn", { as: "year", ...locked("TimeLock"), twinOf: "fake_lock/leaky", steps: [RENOUNCE] }),
  avoid("old_style", "Shrug", ["sell", "transfer", "erc20", "balances", "holders_sell"], { trades: "none" }),
  ok("old_style", "Veteran", { twinOf: "old_style/Shrug" }),
  ok("old_style", "Polite", { twinOf: "old_style/Shrug", code: "plain" }),
  caution("old_style", "VeteranPaused", ["pause"], { twinOf: "old_style/Shrug", code: "stripped" }),
  avoid("delegated_account", "Sheltered", ["contract", "fixed_code", "code_swap"], {
    as: "lent",
    helpers: [{ as: "code", contract: "Sheltered" }],
    delegatesTo: "$code",
    steps: [{ at: "built", call: "initialize(string,string,address)", args: ["Borrowed Plume", "PLUME", "$me"] }],
  }),
  ok("delegated_account", "CloneShell", {
    as: "cloned",
    helpers: [{ as: "code", contract: "Sheltered" }],
    args: ["$code", { call: "initialize(string,string,address)", args: ["Own Plume", "OWN", "$me"] }],
    twinOf: "delegated_account/lent",
  }),
  ok("plain", "HoldersBurn", { code: "ir", steps: [RENOUNCE] }),
  ok("plain", "NoPowers"),
  { ...ok("untried", "NoPowers", { as: "no-pool", pooled: 0, accepts: ["ok"] }), deserves: "unknown" },
];
