import { bigint, customType, numeric, timestamp } from "drizzle-orm/pg-core";

/** A moment, to the microsecond where the database's clock gave it. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Atomic units, wei and the like, below 2^63. */
export const atomic = (name: string) => bigint(name, { mode: "bigint" });
/** A uint256 that somebody else chose. */
export const uint256 = (name: string) => numeric(name, { mode: "bigint", precision: 78, scale: 0 });
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
