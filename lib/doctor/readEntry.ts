import { isAddress } from "viem";
import { cleanText } from "../cleanText";
import { isRecord } from "../payments/wire";
import { readAmount } from "./amount";
import { chainOfV1Name, usdcOf, v1NameOf } from "./knownTokens";
import type { Entry, Fault } from "./types";

const CAIP2 = /^[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}$/;

/** One entry of `accepts`. Whatever it holds, an entry comes of it: what is wrong with it is told in its faults. */
export function readEntry(value: unknown, version: 1 | 2, index: number): Entry {
  const at = `accepts[${index}]`;
  const given = isRecord(value) ? value : {};
  const faults: Fault[] = isRecord(value)
    ? []
    : [{ field: at, message: "It is no object.", mend: "Write one object for each way to pay." }];
  const extra = isRecord(given.extra) ? given.extra : {};
  const field = version === 1 ? "maxAmountRequired" : "amount";
  const { amount, atomic, fault } = readAmount(given[field], field);
  const network = text(given.network);
  const entry: Entry = {
    scheme: text(given.scheme),
    network,
    chain: chainOf(network, version),
    amount,
    atomic,
    asset: text(given.asset),
    payTo: text(given.payTo),
    maxTimeoutSeconds: typeof given.maxTimeoutSeconds === "number" ? given.maxTimeoutSeconds : null,
    name: text(extra.name),
    version: text(extra.version),
    resource: text(given.resource, 2_048),
    description: text(given.description, 1_000),
    mimeType: text(given.mimeType),
    outputSchema: given.outputSchema,
    faults,
    amountFault: fault && { ...fault, field: `${at}.${fault.field}` },
  };
  faults.push(...faultsOf(entry, given, version).map((f) => ({ ...f, field: `${at}.${f.field}` })));
  return entry;
}

function faultsOf(entry: Entry, given: Record<string, unknown>, version: 1 | 2): Fault[] {
  // A network under the name of the other version is the same network.
  const evm = /^eip155:/.test(entry.chain ?? chainOfV1Name(entry.network ?? "") ?? entry.network ?? "");
  const usdc = usdcOf(entry.chain) ?? usdcOf("eip155:8453");
  return [
    entry.scheme ? null : missing("scheme", '"scheme": "exact"'),
    networkFault(entry, version),
    addressFault("asset", entry.asset, evm, usdc?.address ?? ""),
    addressFault("payTo", entry.payTo, evm, "0x…, the wallet that is paid"),
    entry.maxTimeoutSeconds !== null && entry.maxTimeoutSeconds > 0
      ? null
      : { field: "maxTimeoutSeconds", message: "There is no whole number of seconds.", mend: 'Add "maxTimeoutSeconds": 60.' },
    evm && entry.scheme === "exact" && !(entry.name && entry.version)
      ? {
          field: "extra",
          message: "The EIP-712 name and version of the asset are missing; clients sign with them.",
          mend: `Add "extra": {"name": ${JSON.stringify(usdc?.name)}, "version": "2"}.`,
        }
      : null,
    ...(version === 1 ? v1Faults(given) : []),
  ].filter((fault) => fault !== null);
}

/** Clients of version 1 check every entry against a strict schema, and one that does not fit ends the call. */
function v1Faults(given: Record<string, unknown>): (Fault | null)[] {
  const { scheme, resource, description, mimeType } = given;
  return [
    scheme === undefined || scheme === "exact"
      ? null
      : { field: "scheme", message: "Clients of version 1 know no other than exact.", mend: "Offer other schemes in version 2 only." },
    typeof resource === "string" && /^https?:\/\//.test(resource)
      ? null
      : { field: "resource", message: "It is no absolute address.", mend: 'Add "resource": "https://…", the address of this route.' },
    typeof description === "string" ? null : missing("description", '"description": "…"'),
    typeof mimeType === "string" ? null : missing("mimeType", '"mimeType": "application/json"'),
  ];
}

function missing(field: string, example: string): Fault {
  return { field, message: "It is missing.", mend: `Add ${example}.` };
}

function networkFault({ network, chain }: Entry, version: 1 | 2): Fault | null {
  const example = version === 2 ? '"network": "eip155:8453"' : '"network": "base"';
  if (!network) return missing("network", example);
  if (chain) return null;
  const named = version === 2 ? chainOfV1Name(network) : v1NameOf(network);
  const mend = named ? `Write "${named}".` : `Write a name that clients know, such as ${example}.`;
  const what = version === 2 ? "a CAIP-2 id" : "a network that clients of version 1 know";
  return { field: "network", message: `${cleanText(network, 60)} is not ${what}.`, mend };
}

function addressFault(field: string, value: string | null, evm: boolean, example: string): Fault | null {
  if (!value) return missing(field, `"${field}": "${example}"`);
  if (!evm || isAddress(value, { strict: false })) return null;
  return { field, message: `${cleanText(value, 60)} is no address.`, mend: `Write 0x and 40 hexadecimal characters.` };
}

function chainOf(network: string | null, version: 1 | 2): string | null {
  if (!network) return null;
  return version === 1 ? chainOfV1Name(network) : CAIP2.test(network) ? network : null;
}

function text(value: unknown, max = 200): string | null {
  return typeof value === "string" && value !== "" ? cleanText(value, max) : null;
}
