import { ToolRefusal } from "../../tools/refusal";
import { quote } from "../refusals";
import type { CallProxy } from "./proxy";

export function notAPage(message: string): ToolRefusal {
  return new ToolRefusal("not_a_page", message, { hint: "Give the address of a page: HTML, text or a picture." });
}

/** Why a browser did not come to an address, in the words that the guard or the wire has for it. */
export function navigationRefusal(error: unknown, url: string, proxy: CallProxy): unknown {
  if (error instanceof ToolRefusal) return error;
  const refused = proxy.refusalOf(url);
  if (refused) return refused;
  const { message = "" } = error as { message?: string };
  const host = quote(URL.canParse(url) ? new URL(url).hostname : url);
  if (/Download is starting|net::ERR_ABORTED/.test(message))
    return notAPage(`${host} offers a file to be saved, or nothing at all, in place of a page.`);
  if (/Timeout .*exceeded/.test(message)) return new ToolRefusal("too_slow", `${host} did not answer in time.`, { kind: "timeout" });
  const code = /net::(ERR_[A-Z0-9_]{1,60})/.exec(message)?.[1];
  if (!code) return error;
  if (code === "ERR_TOO_MANY_REDIRECTS") {
    return new ToolRefusal("too_many_redirects", `${host} leads in a circle.`, { hint: "Ask the address at the end of the chain." });
  }
  return new ToolRefusal("unreachable", `${host} ${wordsFor(code)}`, {
    cause: error,
    hint: "Does the address open in a browser of your own?",
  });
}

function wordsFor(code: string): string {
  if (code.startsWith("ERR_CERT_")) return `has a certificate that does not hold: ${code}.`;
  if (code.startsWith("ERR_SSL_")) return "did not agree on a secure connection.";
  return `did not answer properly: ${code}.`;
}
