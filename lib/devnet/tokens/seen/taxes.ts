import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const args = ["$router"];
const RENOUNCE = { call: "renounceOwnership()" };

/** What trading costs beside the pool's own fee. */
export const taxes: Row[] = [
  avoid("high_tax", "SellsForNothing", ["sell_tax"], { args }),
  avoid("high_tax", "AnyTax", ["tax_power"], { args }),
  avoid("high_tax", "LeakyCap", ["tax_power"], { args, code: "stripped" }),
  avoid("high_tax", "TransferTrap", ["transfer_tax"], { trades: "buys" }),
  ok("high_tax", "FixedThree", { args, twinOf: "high_tax/SellsForNothing" }),
  ok("high_tax", "AnyTax", { as: "AnyTax-renounced", args, twinOf: "high_tax/AnyTax", steps: [{ at: "traded", ...RENOUNCE }] }),
  caution("high_tax", "CappedTax", ["tax_power"], { args, twinOf: "high_tax/AnyTax" }),
  caution("high_tax", "CappedTax", ["tax_power"], { as: "CappedTax-stripped", args, twinOf: "high_tax/LeakyCap", code: "stripped" }),
  avoid("tax_per_address", "PersonalTax", ["tax_targeted", "tax_power"], { args }),
  ok("tax_per_address", "ExemptOnly", { args, accepts: ["caution"], twinOf: "tax_per_address/PersonalTax" }),
  avoid("tax_delayed", "LateTax", ["sell_later", "tax_steady", "sell_tax"], { args }),
  ok("tax_delayed", "FallingTax", { args, twinOf: "tax_delayed/LateTax" }),
];
