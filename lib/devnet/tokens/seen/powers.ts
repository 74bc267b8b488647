import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const RENOUNCE = { at: "traded", call: "renounceOwnership()" } as const;
const HIDDEN = ["hidden_owner", "renounce"];

/** What somebody can do to everybody else's tokens. */
export const powers: Row[] = [
  avoid("hidden_mint", "ConstantMinter", ["hidden_mint", "mint", "supply", ...HIDDEN], {
    args: ["$hidden"],
    code: "stripped",
    steps: [RENOUNCE],
  }),
  avoid("hidden_mint", "MagicTransfer", ["hidden_mint", "mint", "balances", "supply", ...HIDDEN], { args: ["$hidden"] }),
  caution("hidden_mint", "OwnerMint", ["mint"], { twinOf: "hidden_mint/ConstantMinter" }),
  ok("hidden_mint", "OwnerMint", { as: "OwnerMint-renounced", twinOf: "hidden_mint/ConstantMinter", steps: [RENOUNCE] }),
  ok("hidden_mint", "MintFinished", { twinOf: "hidden_mint/MagicTransfer", steps: [{ at: "traded", call: "finishMinting()" }] }),
  avoid("burn_from_anyone", "OwnerBurns", ["seize"]),
  avoid("burn_from_anyone", "QuietBurner", ["seize", ...HIDDEN], { args: ["$hidden"], code: "ir", steps: [RENOUNCE] }),
  ok("burn_from_anyone", "HoldersBurn", { twinOf: "burn_from_anyone/OwnerBurns" }),
  avoid("writes_balances", "Bookkeeper", ["seize"]),
  ok("writes_balances", "Airdropper", { twinOf: "writes_balances/Bookkeeper" }),
  avoid("backdoor_transfer", "SkeletonKey", ["seize", ...HIDDEN], { args: ["$hidden"], steps: [RENOUNCE] }),
  avoid("backdoor_transfer", "SilentApproval", ["seize", ...HIDDEN], { args: ["$hidden"], code: "stripped" }),
  ok("backdoor_transfer", "RouterAllowed", { args: ["$router"], accepts: ["caution"], twinOf: "backdoor_transfer/SkeletonKey" }),
  ok("backdoor_transfer", "Rescuer", { twinOf: "backdoor_transfer/SilentApproval" }),
  avoid("fake_renounce", "LockAndUnlock", ["renounce", "hidden_owner"], { steps: [RENOUNCE] }),
  avoid("fake_renounce", "TwoOwners", ["renounce", "hidden_owner", "tax_power"], { steps: [RENOUNCE] }),
  ok("fake_renounce", "OneOwner", { twinOf: "fake_renounce/TwoOwners", steps: [RENOUNCE] }),
  avoid("hidden_owner", "FalseOwner", ["hidden_owner", "renounce", "hidden_mint"], { code: "plain" }),
  ok("hidden_owner", "Powerless", { twinOf: "hidden_owner/FalseOwner" }),
  caution("selfdestruct", "Farewell", ["destroy"], { accepts: ["avoid", "ok"] }),
  ok("selfdestruct", "LooksFinal", { twinOf: "selfdestruct/Farewell" }),
  avoid("delegatecall", "Modular", ["code_swap"], {}),
  ok("delegatecall", "Linked", { helpers: [{ as: "math", contract: "FeeMath" }], args: ["$math"], twinOf: "delegatecall/Modular" }),
  avoid("delayed_power", "LateMinter", ["hidden_mint", "mint", ...HIDDEN], { args: ["$hidden"] }),
  ok("delayed_power", "EarlyGuard", { twinOf: "delayed_power/LateMinter" }),
  caution("delayed_power", "AnnouncedMint", ["mint"], { twinOf: "delayed_power/LateMinter" }),
];
