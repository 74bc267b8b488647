import { gates } from "./seen/gates";
import { limits } from "./seen/limits";
import { taxes } from "./seen/taxes";
import type { Row } from "./types";

/** Contracts that the checks may be written against, and those that are only ever measured. */
export const RANGE: Record<"seen" | "heldout", readonly Row[]> = {
  seen: [...gates, ...limits, ...taxes],
  heldout: [],
};
