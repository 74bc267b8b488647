import type { Finding } from "./report";
import type { Facts } from "./types";

/** One look at what was found out. Its id never changes: others store and compare it. */
export type Check = { id: string; title: string; run: (facts: Facts) => Finding };
