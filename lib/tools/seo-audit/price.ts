import { formatUsd, parseUsdc } from "../../money";
import type { RequestPrice } from "../define";
import { definition } from "./definition";
import type { SeoAuditAnswer, SeoAuditInput } from "./schema";

const FIRST = parseUsdc(definition.price);
const FURTHER = parseUsdc("0.004");

/** What the pages that are asked for cost. */
export function price({ pages }: SeoAuditInput): RequestPrice {
  const amount = FIRST + FURTHER * BigInt(pages - 1);
  const further = pages === 1 ? "" : ` and ${pages - 1} further at ${formatUsd(FURTHER)} each`;
  return { amount, made: `One page at ${formatUsd(FIRST)}${further}.` };
}

/** Of that, what the pages that were read come to. */
export function used(_input: SeoAuditInput, { pages }: SeoAuditAnswer): bigint {
  return FIRST + FURTHER * BigInt(Math.max(0, pages.length - 1));
}
