import { decodeFunctionResult, type Hex, hexToBigInt, size } from "viem";
import { ROUTER } from "@/lib/chain/abi";
import type { Outcome } from "@/lib/chain/scenario";
import type { Trial } from "./facts";

/** What came of the step `name` and of the readings around it; null when nobody could take it. */
export function trialOf({ steps }: Outcome, name: string, promised?: bigint): Trial | null {
  const step = steps.get(name);
  if (!step) return null;
  const gas = Number(step.gas);
  const expected = promised ?? lastAmount(data(steps.get(`${name}:promise`)));
  if (!step.ok) return { ok: false, reason: step.reason, gas, expected, received: null };
  const before = amount(data(steps.get(`${name}:before`)));
  const after = amount(data(steps.get(`${name}:after`)));
  if (before === null || after === null) return { ok: true, reason: null, gas, expected, received: null };
  return { ok: true, reason: null, gas, expected, received: after > before ? after - before : 0n };
}

export function amountOf({ steps }: Outcome, name: string): bigint | null {
  return amount(data(steps.get(name)));
}

function data(step: { ok: true; data: Hex } | { ok: false } | undefined): Hex | null {
  return step?.ok ? step.data : null;
}

function amount(word: Hex | null): bigint | null {
  return word !== null && size(word) === 32 ? hexToBigInt(word) : null;
}

/** The end of the router's list of amounts. */
function lastAmount(list: Hex | null): bigint | null {
  if (list === null || size(list) < 96) return null;
  return decodeFunctionResult({ abi: ROUTER, functionName: "getAmountsOut", data: list }).at(-1) ?? null;
}
