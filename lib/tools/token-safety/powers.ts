import { type Hex, toFunctionSelector } from "viem";
import type { CodeFacts, CodeFunction, Power, StorageRecord } from "./facts";
import { knownFor, type PowerClass } from "./power-names";

const TRANSFERS: readonly Hex[] = [
  toFunctionSelector("transfer(address,uint256)"),
  toFunctionSelector("transferFrom(address,address,uint256)"),
];
const OWNERS: readonly Hex[] = [toFunctionSelector("owner()"), toFunctionSelector("getOwner()")];
const SUPPLY = toFunctionSelector("totalSupply()");
const BALANCE = toFunctionSelector("balanceOf(address)");
const ALLOWANCE = toFunctionSelector("allowance(address,address)");

/** Every function that may change what holders can do: by its name, or by the storage that it writes. */
export function findPowers(code: CodeFacts): Power[] {
  if (!code.read) return [];
  return code.functions
    .filter((fn) => fn.mutability !== "view" && fn.mutability !== "pure")
    .flatMap((fn) => {
      const known = knownFor(fn.selector);
      if (known === "ordinary") return [];
      const kind = known?.kind ?? behaviour(fn, code.storage);
      return kind ? [{ kind, selector: fn.selector, signature: known?.signature ?? null, gate: gate(fn, code.storage) }] : [];
    });
}

/** A function without a known name, by what it writes. */
function behaviour({ selector }: CodeFunction, storage: StorageRecord[]): PowerClass | null {
  const written = storage.filter((record) => record.writes.includes(selector));
  const balances = written.some((record) => record.reads.includes(BALANCE));
  if (balances && written.some((record) => record.reads.includes(SUPPLY))) return "mint";
  if (balances) return "seize";
  return written.some(steersTransfers) ? "rules" : null;
}

/** A transfer looks at it, and it is neither a balance nor an allowance nor the owner: a switch, a list, a rate. */
function steersTransfers({ reads, type }: StorageRecord): boolean {
  const getters = [BALANCE, ALLOWANCE, SUPPLY, ...OWNERS];
  if (getters.some((getter) => reads.includes(getter))) return false;
  return type !== "string" && TRANSFERS.some((transfer) => reads.includes(transfer));
}

function gate({ selector }: CodeFunction, storage: StorageRecord[]): Power["gate"] {
  const owners = storage.filter((record) => record.type === "address" && OWNERS.some((owner) => record.reads.includes(owner)));
  if (owners.length === 0) return "unknown";
  return owners.some((record) => record.reads.includes(selector)) ? "owner" : "other";
}
