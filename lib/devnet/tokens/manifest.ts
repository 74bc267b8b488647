import { kit } from "./heldout/kit";
import { raw } from "./heldout/raw";
import { registry } from "./registry/rows";
import { gates } from "./seen/gates";
import { limits } from "./seen/limits";
import { powers } from "./seen/powers";
import { proxies } from "./seen/proxies";
import { shares } from "./seen/shares";
import { taxes } from "./seen/taxes";
import { truth } from "./seen/truth";
import { watchers } from "./seen/watchers";
import type { Row } from "./types";

/** Contracts that the checks may be written against, and those that are only ever measured. */
export const RANGE: Record<"seen" | "heldout", readonly Row[]> = {
  seen: [...gates, ...limits, ...taxes, ...powers, ...watchers, ...truth, ...proxies, ...shares, ...registry],
  heldout: [...kit, ...raw],
};
