import type { Spot, TextSpot } from "../facts";
import { type Check, type Found, type Look, when } from "./check";

const HALF_A_YEAR = 15_768_000;

/** The few safeguards that a visitor's browser, and with it the search engine, cares about. */
export const SECURITY: readonly Check[] = [
  {
    id: "https",
    of: "page",
    category: "security",
    level: "error",
    title: "The page is not encrypted",
    why: "Browsers call it not secure, and search engines prefer pages that are.",
    mend: "Serve it over https.",
    look: ({ url }) => when(url.startsWith("http:"), () => ({ text: url, url })),
  },
  {
    id: "https-redirect",
    of: "site",
    category: "security",
    level: "warning",
    title: "The http address does not lead to https",
    why: "Whoever types the name without https stays unprotected, and the page exists twice.",
    mend: "Redirect every http address to its https twin with 301.",
    look: ({ plain, origin }) => {
      if (origin.startsWith("http:")) return "not_applicable";
      if (!plain) return { unknown: "The site is at a port of its own: what is at port 80 says nothing about it." };
      if (!plain.ok) return plain.reason === "unreachable" ? [] : { unknown: plain.why };
      return when(plain.url.startsWith("http:") && plain.status < 400, () => ({
        text: `${plain.url} answers ${plain.status} by itself.`,
        url: plain.url,
      }));
    },
  },
  {
    id: "mixed-content",
    of: "page",
    category: "security",
    level: "error",
    title: "A secure page loads insecure parts",
    why: "Browsers block them, or call the page not secure.",
    mend: "Load them over https.",
    look: ({ url, plainLoads }) => onSecure(url, () => plainLoads.list.map(textOf)),
  },
  {
    id: "forms-secure",
    of: "page",
    category: "security",
    level: "error",
    title: "A form sends what is typed unencrypted",
    why: "Everybody on the way can read it, and browsers warn before it is sent.",
    mend: "Let the form's action begin with https.",
    look: ({ url, plainForms }) => onSecure(url, () => plainForms.map((spot: Spot) => ({ text: "A form to an http address", spot }))),
  },
  {
    id: "hsts",
    of: "page",
    category: "security",
    level: "warning",
    title: "Browsers are not told to stay on https",
    why: "The first step of each visit can be led astray.",
    mend: "Send strict-transport-security: max-age=31536000; includeSubDomains.",
    look: ({ url, answer: { headers } }) =>
      onSecure(url, () => {
        const header = headers["strict-transport-security"];
        const seconds = Number(/max-age\s*=\s*"?(\d{1,12})/i.exec(header ?? "")?.[1] ?? 0);
        const text = header === undefined ? "The header is missing." : `max-age is ${seconds} seconds, less than half a year.`;
        return when(seconds < HALF_A_YEAR, () => ({ text, header: "strict-transport-security" }));
      }),
  },
  {
    id: "nosniff",
    of: "page",
    category: "security",
    level: "notice",
    title: "Browsers may guess what a file is",
    why: "A picture that somebody uploaded can be run as a script.",
    mend: "Send x-content-type-options: nosniff.",
    look: ({ answer: { headers } }) => {
      const header = headers["x-content-type-options"];
      return when(header?.trim().toLowerCase() !== "nosniff", () => ({
        text: header ?? "The header is missing.",
        header: "x-content-type-options",
      }));
    },
  },
  {
    id: "csp-present",
    of: "page",
    category: "security",
    level: "notice",
    title: "The page has no content security policy",
    why: "Whatever script gets into the page is run.",
    mend: "Send content-security-policy; begin with a report-only one.",
    look: ({ metas, answer: { headers } }) => {
      const there =
        headers["content-security-policy"] !== undefined || metas.some(({ name }) => name === "http-equiv:content-security-policy");
      return when(!there, () => ({ text: "The header is missing.", header: "content-security-policy" }));
    },
  },
];

function onSecure(url: string, look: () => readonly Found[]): Look {
  return url.startsWith("https:") ? look() : "not_applicable";
}

function textOf(spot: TextSpot): Found {
  return { text: spot.text, spot, url: spot.text };
}
