import type { Finding } from "../../../web/schema";
import { type Cookie, readCookie } from "../readCookie";
import { found, type Look, marked, type Rule } from "../rule";

const MOST = 30;
/** Names under which sessions go: what a thief of scripts would want. */
const SESSION = /sess|sid\b|auth|token|jwt|login|remember/i;

export const cookies: Rule = {
  id: "cookies",
  title: "Cookies are guarded",
  what: "As many of the points as cookies are set without a warning or an error; all where none is set.",
  points: 7,
  mark: (look) => {
    const all = look.setCookies.slice(0, MOST).map(readCookie);
    if (all.length === 0) return marked(1, found("pass", "cookies", "The page sets no cookies."));
    const judged = all.map((cookie) => judge(cookie, look));
    const clean = judged.filter((findings) => findings.every(({ severity }) => severity === "notice")).length;
    const findings = judged.flat();
    if (findings.length === 0)
      findings.push(found("pass", "cookies", `All ${all.length} cookies are well guarded.`, { where: "set-cookie" }));
    return { share: clean / all.length, findings };
  },
};

function judge(cookie: Cookie, { url, local }: Look): Finding[] {
  const { name, secure, httpOnly, sameSite } = cookie;
  const where = `set-cookie: ${name}`;
  const findings: Finding[] = [];
  const broken = brokenPromise(cookie);
  if (broken)
    findings.push(
      found("error", "cookies.prefix", broken, {
        where,
        why: "Browsers throw such a cookie away.",
        mend: "Keep the promise of the name, or change the name.",
      }),
    );
  if (sameSite === "none" && !secure) {
    findings.push(
      found("error", "cookies.none", "SameSite=None without Secure.", {
        where,
        why: "Browsers throw such a cookie away.",
        mend: "Add Secure, or take a stricter SameSite.",
      }),
    );
  } else if (!secure && (url.protocol === "https:" || !local)) {
    findings.push(
      found("warning", "cookies.secure", "It also goes out over plain http.", {
        where,
        why: "Whoever listens on the wire has it then.",
        mend: "Add Secure.",
      }),
    );
  }
  if (!httpOnly && SESSION.test(name)) {
    findings.push(
      found("warning", "cookies.httponly", "Scripts can read what looks like a session.", {
        where,
        why: "One smuggled script is enough to take the session over.",
        mend: "Add HttpOnly.",
      }),
    );
  } else if (!httpOnly) {
    findings.push(found("notice", "cookies.httponly", "Scripts can read it.", { where, mend: "Add HttpOnly unless a script needs it." }));
  }
  if (sameSite === null) {
    findings.push(
      found("notice", "cookies.samesite", "It says nothing of SameSite; browsers take Lax, not all of them.", {
        where,
        mend: "Add SameSite=Lax, or Strict.",
      }),
    );
  }
  return findings;
}

/** Names that begin so promise something, and browsers hold them to it. */
function brokenPromise({ name, secure, path, domain }: Cookie): string | null {
  const prefix = name.toLowerCase();
  if (prefix.startsWith("__host-") && (!secure || path !== "/" || domain !== null)) return "__Host- promises Secure, Path=/ and no Domain.";
  if (prefix.startsWith("__secure-") && !secure) return "__Secure- promises Secure.";
  return null;
}
