import "server-only";
import { env } from "../env";
import { CoinslotError } from "../errors";
import { ToolRefusal } from "../tools/refusal";
import { readTarget } from "../web/target";
import { webhooks } from "./webhooks";

/** An address that events may be sent to, and its host; throws `invalid_input` where the guard would not connect to it. */
export async function checkedUrl(text: string): Promise<{ url: string; host: string }> {
  try {
    const url = readTarget(text);
    if (url.protocol !== "https:" && !env().local) throw fault("not_https", "It has to be https: others could read what is sent.");
    await webhooks().post.check(url.href);
    return { url: url.href, host: url.host };
  } catch (error) {
    if (error instanceof ToolRefusal) throw fault(error.reason, error.message, error.hint);
    throw error;
  }
}

function fault(reason: string, message: string, hint?: string): CoinslotError {
  return new CoinslotError("invalid_input", message, { reason, fields: [{ field: "url", message }], ...(hint ? { hint } : {}) });
}
