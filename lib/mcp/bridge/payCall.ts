import "server-only";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { callId } from "./callId";
import { requirementsOf } from "./outcome";
import type { Payer } from "./payer";
import { reconcile } from "./reconcile";
import { setAside } from "./setAside";
import { finish, notCharged, send } from "./settle";

/**
 * One call that may cost money: ask, check, set aside, sign, send. What was sent ends as the market's ledger says, never with
 * a second payment.
 */
export async function payCall(payer: Payer, name: string, args: Record<string, unknown>): Promise<CallToolResult> {
  const { book, remote, options } = payer;
  await reconcile(payer);
  const call = callId(options.url, name, args);
  const earlier = (await book.read()).pending.find((entry) => entry.call === call && entry.state === "sent");
  if (earlier) {
    const known = await finish(payer, earlier);
    if (typeof known !== "string") return known;
    // It may be on its way still: it goes out again, and nothing else for this call.
    if (known === "never_came") return (await send(payer, earlier, args)) ?? notCharged();
  }
  const asked = await remote.call(name, args);
  const required = requirementsOf(asked);
  if (!required) return asked;
  const entry = await setAside(payer, { name, call, required });
  return (await send(payer, entry, args)) ?? notCharged();
}
