import { once } from "node:events";
import { isIP } from "node:net";
import { connect } from "node:tls";
import { cleanText } from "../cleanText";
import { unlessAborted } from "../web/deadline";
import { dial } from "../web/dial";
import { hostOf, portOf } from "../web/target";
import type { Ground } from "./ask";
import type { Certificate } from "./types";

const MOST_MS = 8_000;

/** The certificate that a host shows, looked at whether or not it holds. Asks nothing over the connection. */
export async function readCertificate({ guard, ca }: Ground, url: URL, outer: AbortSignal): Promise<Certificate> {
  const signal = AbortSignal.any([outer, AbortSignal.timeout(MOST_MS)]);
  try {
    const addresses = await unlessAborted(guard(url), signal);
    const host = hostOf(url);
    const socket = await dial(addresses, portOf(url), signal);
    const secure = connect({ socket, host, rejectUnauthorized: false, ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca } : {}) });
    secure.on("error", () => undefined);
    try {
      await once(secure, "secureConnect", { signal });
      const { subject, issuer, valid_to: validTo, subjectaltname: names } = secure.getPeerCertificate();
      const name = (of: { CN?: string | string[]; O?: string | string[] } | undefined) => cleanText(String(of?.CN ?? of?.O ?? "?"), 100);
      return {
        ok: true,
        trusted: secure.authorized,
        why: secure.authorized ? null : cleanText(String(secure.authorizationError), 200),
        protocol: secure.getProtocol(),
        subject: name(subject),
        issuer: name(issuer),
        validTo: new Date(validTo),
        names: cleanText(names ?? "", 300),
      };
    } finally {
      secure.destroy();
    }
  } catch (error) {
    return { ok: false, message: cleanText((error as Error).message || "The connection could not be made secure.", 200) };
  }
}
