import type { Check } from "../check";
import { fail, pass, skipped, unknown, warn } from "../finding";

const DAY_MS = 86_400_000;
/** Certificates that renew themselves do it earlier than this. */
const SOON_DAYS = 10;

/** Can nobody between payer and seller read or change what is sent? */
export const tls: Check = {
  id: "tls",
  title: "Certificate holds",
  run: ({ url, own, certificate, now }) => {
    if (url.protocol === "http:") {
      if (own) return skipped("This is the market's own address on this machine; http is fine here.");
      return fail("It is plain http: anybody on the way can change whom the terms pay.", `Serve it at https://${url.host}${url.pathname}.`);
    }
    if (!certificate) return unknown("The certificate was not looked at.");
    if (!certificate.ok) return fail(certificate.message, "Let the server speak TLS 1.2 or newer on this port.");
    const days = Math.floor((certificate.validTo.getTime() - now.getTime()) / DAY_MS);
    const { subject, issuer, names, protocol, trusted, why } = certificate;
    const evidence = `subject: ${subject}\nissuer: ${issuer}\nnames: ${names}\nvalid to: ${certificate.validTo.toISOString()}\n${protocol ?? ""}`;
    const more = { evidence, side: `${days} days` };
    if (!trusted)
      return fail(
        `It does not hold: ${why}.`,
        "Get a certificate for this name from a well-known authority, and send the whole chain.",
        more,
      );
    if (days < SOON_DAYS) return warn(`It ends in ${days} days.`, "Renew it, and let that happen by itself.", more);
    return pass(`From ${issuer}.`, more);
  },
};
