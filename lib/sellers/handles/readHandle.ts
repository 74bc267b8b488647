import { fieldFault } from "../fieldFault";
import { reservedIn } from "./reserved";
import { skeletonOf } from "./skeletonOf";

const SHORTEST = 3;
const LONGEST = 30;

export type Handle = { handle: string; skeleton: string };

/** A handle that could be given. Whether somebody has it, or one like it, only the ledger knows. Throws `invalid_input`. */
export function readHandle(raw: string): Handle {
  const handle = raw.slice(0, 200).normalize("NFKC").trim().toLowerCase();
  if (handle.length < SHORTEST || handle.length > LONGEST) {
    throw fieldFault("handle", "handle_length", `A handle has ${SHORTEST} to ${LONGEST} characters; this one has ${handle.length}.`);
  }
  if (/[^a-z0-9-]/.test(handle)) throw fieldFault("handle", "handle_characters", "Use the letters a to z, digits and single dashes.");
  if (/^-|-$|--/.test(handle)) {
    throw fieldFault("handle", "handle_dashes", "A dash stands between two letters or digits, not at an end and not beside another one.");
  }
  if (handle.startsWith("0x")) throw fieldFault("handle", "handle_reserved", "What begins with 0x reads as an address.");
  const reserved = reservedIn(handle, "handle");
  if (reserved === handle) throw fieldFault("handle", "handle_reserved", `"${handle}" is kept by the market.`);
  if (reserved) {
    throw fieldFault("handle", "handle_reserved", `"${handle}" holds or looks like "${reserved}", which is kept by the market.`);
  }
  return { handle, skeleton: skeletonOf(handle) };
}
