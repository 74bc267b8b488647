import { isCdpSecret } from "./cdpKey";

/** What a facilitator wants to see of its customers. Never logged, never answered. */
export type Credential =
  | { kind: "bearer"; token: string }
  | { kind: "header"; name: string; value: string }
  /** A key of the Coinbase Developer Platform, which signs a token for each request. */
  | { kind: "cdp"; keyId: string; secret: string };

export type ReadCredentials = { credentials: (Credential | null)[]; faults: string[] };

const KINDS = "bearer:TOKEN, header:NAME:VALUE or cdp:KEY_ID:KEY_SECRET";

/**
 * `FACILITATOR_KEYS`: one entry for each address of `FACILITATOR_URL`, in their order (`-` for one that wants none), or
 * entries that name the host which they are for (`host=bearer:TOKEN`). A fault says which entry, never what it holds.
 */
export function readCredentials(text: string, urls: string[]): ReadCredentials {
  const faults: string[] = [];
  const entries = text.split(",").map((entry) => entry.trim());
  const credentials: (Credential | null)[] = urls.map(() => null);
  for (const [i, entry] of entries.entries()) {
    const { host, rest } = splitHost(entry);
    if (rest === "" || rest === "-") continue;
    const credential = readOne(rest);
    const places = host === null ? [i].filter((at) => at < urls.length) : placesOf(host, urls);
    if (!credential)
      faults.push(`FACILITATOR_KEYS: entry ${i + 1} must be ${KINDS}, with host= before it or in the order of FACILITATOR_URL.`);
    else if (places.length === 0) faults.push(`FACILITATOR_KEYS: entry ${i + 1} is for none of the addresses in FACILITATOR_URL.`);
    for (const at of places) {
      if (!isPrivate(urls[at] ?? ""))
        faults.push(`FACILITATOR_KEYS: entry ${i + 1} would be sent in the clear; its address must start with https://.`);
      credentials[at] = credential;
    }
  }
  return { credentials, faults };
}

function splitHost(entry: string): { host: string | null; rest: string } {
  const named = /^(?!bearer:|header:|cdp:)([^\s=:]+(?::\d+)?)=(.*)$/s.exec(entry);
  return named ? { host: (named[1] ?? "").toLowerCase(), rest: named[2] ?? "" } : { host: null, rest: entry };
}

function placesOf(host: string, urls: string[]): number[] {
  return urls.flatMap((url, i) => (new URL(url).host === host || new URL(url).hostname === host ? [i] : []));
}

function readOne(text: string): Credential | null {
  const [kind, ...parts] = text.split(":");
  const rest = parts.join(":");
  const printable = (value: string) => /^[\x21-\x7e]+$/.test(value);
  if (kind === "bearer") return printable(rest) ? { kind, token: rest } : null;
  const [name = "", ...values] = parts;
  const value = values.join(":");
  if (kind === "header") return /^[A-Za-z0-9-]{1,64}$/.test(name) && printable(value) ? { kind, name, value } : null;
  if (kind === "cdp") return printable(name) && isCdpSecret(value) ? { kind, keyId: name, secret: value } : null;
  return null;
}

function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
}
