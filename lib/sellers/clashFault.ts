import type { Clash } from "@/db/queries/sellers";
import type { CoinslotError } from "@/lib/errors";
import { fieldFault } from "./fieldFault";

/** Says whose handle or name it is, or could be taken for. */
export function clashFault(clash: Clash, wanted: { handle: string; name: string }): CoinslotError {
  const { what, handle, name } = clash;
  if (what === "handle") {
    if (handle === wanted.handle) return fieldFault("handle", "handle_taken", `"${handle}" is taken.`);
    return fieldFault("handle", "handle_like", `"${wanted.handle}" looks like the seller "${handle}" (${name}).`);
  }
  return fieldFault("name", "name_like", `"${wanted.name}" looks like the seller "${name}" (${handle}).`);
}
