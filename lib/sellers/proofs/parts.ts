import "server-only";
import { env } from "@/lib/env";
import { ownOrigins } from "@/lib/web/ownOrigins";
import { web } from "@/lib/web/web";
import { askTxt } from "./askTxt";
import type { ProofParts } from "./types";

/** The world as this process sees it. */
export function proofParts(): ProofParts {
  return { web: web(), txt: askTxt, originOf };
}

/** https, except for what is on this machine where the market may ask it: that has no certificate. */
function originOf(host: string): string {
  const plain = `http://${host}`;
  const own = ownOrigins().has(plain) || (env().local?.allowLocalFetch && /^(127\.|localhost\b|\[::1\])/.test(host));
  return own ? plain : `https://${host}`;
}
