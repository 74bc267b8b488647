import { kindOf, type Roles } from "./arguments";
import { addressHex, MAX_WORD } from "./bytes";

/** The arguments of a call in words: `(the holder, 100)`. */
export function callText(types: readonly string[], words: readonly bigint[], roles: Roles): string {
  return `(${types.map((type, i) => wordText(type, words[i] ?? 0n, roles)).join(", ")})`;
}

function wordText(type: string, word: bigint, roles: Roles): string {
  const kind = kindOf(type);
  if (kind === "address") return addressText(word, roles);
  if (kind === "flag") return word === 0n ? "false" : "true";
  if (kind === "name") return word === 0n ? "0x00" : `0x${word.toString(16).padStart(64, "0").slice(0, 8)}…`;
  if (kind === "other") return "empty";
  if (word === MAX_WORD || (word + 1n).toString(2).indexOf("1", 1) === -1) return word > 10_000n ? "the most" : word.toString();
  return word === roles.amount ? "the holder's balance" : word.toString();
}

function addressText(word: bigint, roles: Roles): string {
  switch (word) {
    case roles.holder:
      return "a holder";
    case roles.actor:
      return "the caller";
    case roles.pool:
      return "the pool";
    case roles.plant:
      return "a contract of the caller's";
    case roles.refuser:
      return "a contract that refuses";
    case roles.fresh:
      return "somebody new";
    case roles.token:
      return "the token";
    case 0n:
      return "address zero";
    default:
      return addressHex(word);
  }
}
