import { ToolRefusal } from "../tools/refusal";
import { quote, tooSlow, unreachable } from "./refusals";

/** What went wrong on the wire, as a refusal: the words tell a stranger what to look at, the cause stays with us. */
export function refusalOf(error: unknown, host: string, signal: AbortSignal): ToolRefusal {
  if (error instanceof ToolRefusal) return error;
  if (signal.aborted) return tooSlow(host);
  const { code = "", name = "" } = error as { code?: string; name?: string };
  if (/TIMEOUT|TIMEDOUT/.test(code) || name === "TimeoutError") return unreachable(`${quote(host)} took no connection in time.`, error);
  return unreachable(`${quote(host)} ${wordsFor(code)}`, error);
}

function wordsFor(code: string): string {
  if (code === "ECONNREFUSED") return "refused the connection.";
  if (code === "ECONNRESET" || code === "EPIPE" || code === "UND_ERR_SOCKET") return "broke off the connection.";
  if (code === "ENETUNREACH" || code === "EHOSTUNREACH") return "can't be reached from here.";
  if (/CERT|SELF_SIGNED|ISSUER|LEAF_SIGNATURE|ALTNAME/.test(code)) return `has a certificate that does not hold: ${code}.`;
  if (/SSL|TLS/.test(code)) return "did not agree on a secure connection.";
  if (code === "UND_ERR_HEADERS_OVERFLOW" || code === "HPE_HEADER_OVERFLOW") return "sent more headers than are read.";
  if (code.startsWith("HPE_") || code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") return "did not answer in proper HTTP.";
  if (/^Z_|^ERR__?ZSTD|BROTLI|ZSTD/i.test(code)) return "sent a body whose packing is broken.";
  return "did not answer properly.";
}
