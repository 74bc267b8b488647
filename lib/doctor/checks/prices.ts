import { parseUsdc } from "../../money";
import { isRecord } from "../../payments/wire";
import type { Check } from "../check";
import { operationsFor, wellKnownFor } from "../descriptions";
import { fail, pass, payable, skipped, termsOf, unknown } from "../finding";

type Told = { where: string; atomic: string | null; dynamic: boolean; said: string };

/** Does the site tell the same price everywhere? */
export const prices: Check = {
  id: "prices",
  title: "Same price everywhere",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const price = (payable(terms.all) ?? terms.all[0].entries[0])?.atomic;
    if (!price) return unknown("The 402 names no amount that could be compared.");
    const inOpenapi = operationsFor(facts).flatMap((operation) => paymentInfo(operation["x-payment-info"]) ?? []);
    const item = wellKnownFor(facts);
    const told = [...inOpenapi, ...(item ? acceptsOf(item.accepts) : [])];
    const evidence = [`402: ${price}`, ...told.map(({ where, said }) => `${where}: ${said}`)].join("\n");
    if (told.length === 0) return skipped("Neither /openapi.json nor /.well-known/x402 names a price for this address.", { evidence });
    if (told.some(({ dynamic }) => dynamic)) return skipped("Each request makes its own price.", { evidence });
    const wrong = told.find(({ atomic }) => atomic !== price);
    if (!wrong) return pass(`The 402 and ${[...new Set(told.map(({ where }) => where))].join(" and ")} agree.`, { evidence });
    if (wrong.atomic === null) return unknown(`${wrong.where} names a price in words of its own.`, { evidence });
    return fail(
      `${wrong.where} says ${wrong.atomic}, the 402 says ${price}.`,
      `Write ${price} atomic units in ${wrong.where}, or mend the 402.`,
      { evidence },
    );
  },
};

/** `x-payment-info` as sites write it: `amount` in atomic units, or `price` in dollars, alone or in an object. */
function paymentInfo(info: unknown): Told | null {
  if (!isRecord(info)) return null;
  const inner = isRecord(info.price) ? info.price : {};
  const dynamic = info.pricingMode === "dynamic" || inner.mode === "dynamic";
  const dollars = typeof info.price === "string" ? info.price : typeof inner.amount === "string" ? inner.amount : null;
  const atomic = typeof info.amount === "string" && /^\d{1,78}$/.test(info.amount) ? info.amount : atomicOf(dollars);
  if (atomic === null && !dynamic && dollars === null) return null;
  return { where: "/openapi.json", atomic, dynamic, said: JSON.stringify({ amount: info.amount, price: info.price }).slice(0, 300) };
}

function atomicOf(dollars: string | null): string | null {
  const [, digits] = /^\$?(\d{1,30}(?:\.\d{1,6})?)$/.exec(dollars?.trim() ?? "") ?? [];
  return digits ? parseUsdc(digits).toString() : null;
}

function acceptsOf(accepts: unknown): Told[] {
  const first: unknown = Array.isArray(accepts) ? accepts[0] : undefined;
  if (!isRecord(first)) return [];
  const said = first.amount ?? first.maxAmountRequired;
  const atomic = typeof said === "string" && /^\d{1,78}$/.test(said) ? said : null;
  return [{ where: "/.well-known/x402", atomic, dynamic: false, said: (JSON.stringify(said) ?? "none").slice(0, 300) }];
}
