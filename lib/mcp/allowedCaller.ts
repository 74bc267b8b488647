import "server-only";
import { CoinslotError } from "@/lib/errors";

/**
 * Nothing behind this door is any page's to take: there is no cookie, and whoever calls brings the payment. So a public
 * market serves pages of every site. One that has no public address runs on somebody's own machine, which a page must not
 * reach by giving itself that machine's address (DNS rebinding): there only pages of the same machine are served.
 */
export function allowedCaller(request: Request, publicUrl: string | null): void {
  const origin = request.headers.get("origin");
  if (origin === null || publicUrl !== null) return;
  const { hostname } = URL.canParse(origin) ? new URL(origin) : { hostname: "" };
  if (/^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname)) return;
  throw new CoinslotError("forbidden_origin", "Pages of other sites are not served by a market without a public address.", {
    hint: "Whoever runs it: set PUBLIC_URL to the address that people open.",
  });
}
