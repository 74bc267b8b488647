import { fieldFault } from "../fieldFault";
import { hostOf } from "./hostOf";

const LONGEST = 260;

/** A host that somebody typed, alone or in a whole address, as proofs know it. Throws `invalid_input` (`bad_host`). */
export function readHost(raw: string): string {
  const text = raw.trim().slice(0, 2_048);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? hostOf(url.href) : "";
  if (!host || host.length > LONGEST) throw fieldFault("host", "bad_host", "Give the name of a host, such as api.example.com.");
  return host;
}
