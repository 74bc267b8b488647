import type { MarketFacts } from "../wallet/marketFacts";
import { type Authorization, transferTypedData } from "../wire/transferTypedData";
import { type CallDesk, newRecord, step } from "./callDesk";
import type { Quote } from "./callTypes";
import { deliver } from "./deliver";
import { newAuthorization } from "./newAuthorization";
import { signRefusal, UNREACHABLE } from "./ownRefusals";
import { keepPending } from "./pendingCall";
import { requestPrice } from "./requestPrice";
import { encodeWireHeader } from "./wireHeader";

type Payer = {
  address: string;
  market: MarketFacts;
  /** Atomic units that the page showed; more is never signed. */
  shownPrice: bigint;
  sign: (data: ReturnType<typeof transferTypedData>) => Promise<string>;
};

/** Price, signature, delivery: one paid call, written down at the desk. */
export async function payCall(desk: CallDesk, payer: Payer, input: Record<string, unknown>): Promise<void> {
  const startedAt = performance.now();
  const since = () => performance.now() - startedAt;
  desk.update(() => ({ phase: "pricing", record: newRecord(input, startedAt) }));
  const priced = await requestPrice(desk.target, input, payer.market, payer.shownPrice).catch(() => null);
  if (!priced?.ok) return step(desk, "not_charged", { refusal: priced?.refusal ?? UNREACHABLE });
  const { quote } = priced;
  const authorization = newAuthorization(quote, payer.address);
  const sign = { at: since(), ms: null, authorization };
  step(desk, "signing", { quote, sign });
  const signature = await payer.sign(transferTypedData(quote.terms, authorization)).catch((error: Error) => error);
  // Cancelled meanwhile: a signature that still came is thrown away.
  if (desk.stopped()) return;
  if (signature instanceof Error) return step(desk, "not_charged", { refusal: signRefusal(signature), endedAt: since() });
  const header = encodeWireHeader(paymentOf(quote, authorization, signature));
  step(desk, "paying", { sign: { ...sign, ms: since() - sign.at }, paid: { at: since(), clock: Date.now(), header, reply: null } });
  keepPending(desk.target.slug, { input, header, authorization, quote });
  await deliver(desk, { input, header, authorization });
}

/** x402 v2, PaymentPayload; resource and extensions go back as they came. */
function paymentOf(quote: Quote, authorization: Authorization, signature: string) {
  const { resource, extensions } = quote.offer;
  return { x402Version: 2, resource, accepted: quote.terms, payload: { signature, authorization }, ...(extensions ? { extensions } : {}) };
}
