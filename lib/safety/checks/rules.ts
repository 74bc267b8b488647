import { CODE_RULES } from "./code";
import { LIQUIDITY_RULES } from "./liquidity";
import { OWNERSHIP_RULES } from "./ownership";
import { POWER_RULES } from "./powers";
import type { Rule } from "./rule";
import { TRADE_RULES } from "./trade";
import { TRUTH_RULES } from "./truth";

/** Every check, in the order in which people want to read them: what happens, who could, what it is. */
export const RULES: readonly Rule[] = [
  ...TRADE_RULES,
  ...POWER_RULES,
  ...OWNERSHIP_RULES,
  ...LIQUIDITY_RULES,
  ...TRUTH_RULES,
  ...CODE_RULES,
];
