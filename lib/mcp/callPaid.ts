import "server-only";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { CoinslotError } from "@/lib/errors";
import { MAX_INPUT_BYTES } from "@/lib/payments/input";
import { pay } from "@/lib/payments/paid";
import type { RequestFacts } from "@/lib/payments/types";
import type { Caller } from "./caller";
import type { Offered } from "./offered";
import { readPayment } from "./readPayment";
import { failure } from "./results";
import { inOnePiece } from "./schemas";
import { toResult } from "./toResult";

/**
 * One paid call. To the pipeline it is the very request that `POST` to the tool's address makes, so that a payment is one
 * claim whichever door it comes through.
 */
export async function callPaid(offered: Offered, args: Record<string, unknown>, caller: Caller): Promise<CallToolResult> {
  try {
    const payment = readPayment(caller.meta);
    if (payment.version !== null) caller.memory.version = payment.version;
    const answer = await pay(offered.tool, factsOf(offered, args, payment.headers));
    return await toResult(answer, caller.origin, caller.memory.version);
  } catch (error) {
    return failure(error, caller.origin);
  }
}

/** What the tool's own route would see of the same request. */
export function factsOf({ tool, listing }: Offered, args: Record<string, unknown>, headers = new Headers()): RequestFacts {
  const body = JSON.stringify(inOnePiece(listing.input, args));
  const most = tool.definition.maxInputBytes ?? MAX_INPUT_BYTES;
  if (Buffer.byteLength(body) > most) {
    throw new CoinslotError("body_too_large", `The arguments are larger than ${most / 1024} KiB.`, {
      hint: "Send less; nothing was charged.",
    });
  }
  const { url: resource, path } = listing;
  return { method: "POST", resource, path, query: new URLSearchParams(), headers, body, receivedAt: new Date() };
}
