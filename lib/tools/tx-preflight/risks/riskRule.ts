import type { Facts } from "../facts";
import type { Risk } from "../schema";

/** One thing that may be wrong with a transaction; nothing when it is not. */
export type RiskRule = (facts: Facts) => Risk[];
