import "server-only";
import { cdpToken } from "./cdpToken";
import type { Credential } from "./credentials";

/** The headers by which a facilitator knows its customer. */
export function authHeaders(credential: Credential | null, method: string, url: string): Record<string, string> {
  switch (credential?.kind) {
    case "bearer":
      return { authorization: `Bearer ${credential.token}` };
    case "header":
      return { [credential.name]: credential.value };
    case "cdp":
      return { authorization: `Bearer ${cdpToken(credential.keyId, credential.secret, method, url)}` };
    default:
      return {};
  }
}
