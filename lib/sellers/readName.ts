import { cleanText } from "@/lib/cleanText";
import { fieldFault } from "./fieldFault";
import { reservedIn } from "./handles/reserved";
import { skeletonOf } from "./handles/skeletonOf";

const LONGEST = 60;

export type SellerName = { name: string; nameSkeleton: string };

/** A name that could be shown. Whether it is another seller's, only the ledger knows. Throws `invalid_input`. */
export function readName(raw: string): SellerName {
  const name = cleanText(raw.normalize("NFC"), LONGEST + 1);
  if (!name) throw fieldFault("name", "name_empty", "Give the name that buyers see.");
  if ([...name].length > LONGEST) throw fieldFault("name", "name_length", `A name has at most ${LONGEST} characters.`);
  if (/\p{M}{4}/u.test(name)) throw fieldFault("name", "name_characters", "There are too many marks on one letter.");
  const nameSkeleton = skeletonOf(name);
  if (!nameSkeleton) throw fieldFault("name", "name_characters", "A name needs a letter or a digit that can be read.");
  const reserved = reservedIn(name, "name");
  if (reserved) throw fieldFault("name", "name_reserved", `This name could be taken for "${reserved}".`);
  return { name, nameSkeleton };
}
