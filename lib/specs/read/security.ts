import type { Spec } from "../types";
import { type Dict, own, ownEntries, ownList, ownText, step } from "./json";
import { followDict } from "./references";

type Auth = NonNullable<Spec["auth"]>;

/** How the API wants its key, by the scheme that its operations name first, and the parameters that carry keys. */
export function readSecurity(document: Dict, paths: Iterable<unknown>): { auth: Spec["auth"]; keys: Set<string>; trouble: string | null } {
  const base = own(document, "swagger") === undefined ? own(document, "components") : document;
  const word = base === document ? "securityDefinitions" : "securitySchemes";
  const schemes = new Map<string, Auth | null>();
  for (const [name, value] of ownEntries(base, word).slice(0, 100)) {
    const scheme = followDict(document, value, step(name))?.value;
    schemes.set(name, scheme ? authOf(scheme) : null);
  }
  const keys = new Set<string>();
  for (const auth of schemes.values()) if (auth && "name" in auth) keys.add(`${auth.kind}:${auth.name.toLowerCase()}`);
  const needed = firstNeeded(document, paths) ?? [...schemes.keys()].slice(0, 1);
  const known = needed.map((name) => schemes.get(name)).find((auth) => auth);
  const trouble =
    needed.length > 1
      ? "Its operations want several keys at once; only the first goes along."
      : needed.length === 1 && schemes.size > 0 && !known
        ? "Its operations want a key in a way that the market can't send, such as a cookie."
        : null;
  return { auth: known ?? null, keys, trouble };
}

/** The names of the first requirement that is one; undefined where nothing requires anything. */
function firstNeeded(document: Dict, paths: Iterable<unknown>): string[] | undefined {
  const requirements = [ownList(document, "security")];
  for (const path of paths) for (const [, operation] of Object.entries(path as object)) requirements.push(ownList(operation, "security"));
  for (const list of requirements) {
    const names = list.map((one) => Object.keys(one ?? {})).find((all) => all.length > 0);
    if (names) return names;
  }
  return undefined;
}

function authOf(scheme: Dict): Auth | null {
  const type = ownText(scheme, "type");
  if (type === "basic") return { kind: "basic" };
  if (type === "oauth2" || type === "openIdConnect") return { kind: "bearer" };
  if (type === "http") {
    const way = ownText(scheme, "scheme").toLowerCase();
    return way === "bearer" || way === "basic" ? { kind: way } : null;
  }
  const where = ownText(scheme, "in");
  const name = ownText(scheme, "name");
  if (type !== "apiKey" || (where !== "header" && where !== "query") || !/^[\x21-\x7e]{1,100}$/.test(name)) return null;
  return { kind: where, name };
}
