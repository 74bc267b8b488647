import "server-only";
import type { Pending } from "./book";
import { checkCall, reserve } from "./budget";
import type { Payer } from "./payer";
import { Refusal } from "./refusal";
import { newAuthorization } from "./sign";
import { checkPayee, checkPrice, checkWire, readTerms } from "./terms";
import { priceOf } from "./toolList";
import type { Terms } from "./types";

/** An authorization that was not charged is sent once more while it is good for so much longer. */
const REUSE_SECONDS = 60;

type Wanted = { name: string; call: string; required: Record<string, unknown> };

/** Everything is checked, and written down, before the key is used. */
export async function setAside(payer: Payer, { name, call, required }: Wanted): Promise<Pending> {
  const { options, network, book } = payer;
  const terms = readTerms(required, network);
  checkWire(options.url, terms);
  await checkListed(payer, name, terms);
  checkCall(terms.amount, options);
  return book.update((state) => {
    const place = `${options.url.origin} ${name}`;
    checkPayee(state.payees[place], terms, options.payees);
    const again = state.pending.find((entry) => entry.call === call && entry.state === "again" && isReusable(entry, terms));
    if (again) {
      again.state = "sent";
      return structuredClone(again);
    }
    const entry: Pending = { call, tool: name, at: new Date().toISOString(), authorization: newAuthorization(terms), state: "sent" };
    reserve(state, entry, options);
    state.payees[place] = terms.payTo;
    return entry;
  });
}

async function checkListed({ tools }: Payer, name: string, terms: Terms): Promise<void> {
  const check = async () => {
    const tool = await tools.find(name);
    const price = tool && priceOf(tool);
    if (!price) throw new Refusal("terms_refused", "It is not listed with a price.", "search_tools finds tools.");
    checkPrice(terms, price);
  };
  await check().catch(() => {
    // The list may be a minute old.
    tools.renew();
    return check();
  });
}

function isReusable({ authorization: a }: Pending, { amount, payTo }: Terms): boolean {
  const left = Number(a.validBefore) - Date.now() / 1000;
  return left > REUSE_SECONDS && a.value === amount.toString() && a.to.toLowerCase() === payTo.toLowerCase();
}
