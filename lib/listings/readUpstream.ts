import "server-only";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { ToolRefusal } from "@/lib/tools/refusal";
import { web } from "@/lib/web/web";

/**
 * The address of a seller's server as it is kept: no query, no fragment, no name or password, no slash at its end. Throws
 * `invalid_input` (`bad_upstream`, `address_not_allowed`).
 */
export async function readUpstream(raw: string, field = "upstream"): Promise<string> {
  const url = URL.canParse(raw.trim()) ? new URL(raw.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw fieldFault(field, "bad_upstream", "Give the whole address of your server, such as https://api.example.com/v1.");
  }
  if (url.username || url.password) {
    throw fieldFault(field, "bad_upstream", "Leave name and password out of the address.", "The secret has a field of its own.");
  }
  if (url.search || url.hash) throw fieldFault(field, "bad_upstream", "Leave out the query and what comes after #.");
  await allowed(url.href, field);
  return url.href.replace(/\/+$/, "");
}

/** Refused now what the gateway would refuse with every call; a name that leads nowhere today may lead somewhere tomorrow. */
export async function allowed(url: string, field: string): Promise<void> {
  try {
    await web().check(url);
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    if (error.reason === "unreachable") return;
    throw fieldFault(field, error.reason, error.message);
  }
}
