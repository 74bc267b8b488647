import { article } from "./article";
import { faulty } from "./faulty";
import { home, homeInGerman } from "./home";
import { type Answer, page } from "./page";
import { pdf } from "./pdf";
import { picture } from "./picture";
import { llms, robots, sitemap } from "./plainFiles";
import { product } from "./product";

export type Routes = Record<string, () => Answer>;

/** Every path of the sample site. */
export function routes(origin: string): Routes {
  const loaf = picture(320, 180);
  const icon = picture(32, 32);
  const hours = pdf("Opening hours", HOURS);
  const moved = (to: string): Answer => ({ status: 301, type: "text/plain", headers: { location: to }, body: `Moved to ${to}\n` });
  const image = (body: Buffer): Answer => ({ type: "image/png", headers: { "cache-control": "public, max-age=86400" }, body });
  return {
    "/": () => home(origin),
    "/de/": () => homeInGerman(origin),
    "/article": () => article(origin),
    "/product": () => product(origin),
    "/faulty": () => faulty(origin),
    "/secure": () => secure(origin),
    "/careless": () => careless(origin),
    "/old": () => moved("/older"),
    "/older": () => moved("/article"),
    "/robots.txt": () => robots(origin),
    "/sitemap.xml": () => sitemap(origin),
    "/llms.txt": () => llms(origin),
    "/loaf.png": () => image(loaf),
    "/icon.png": () => image(icon),
    "/opening-hours.pdf": () => ({ type: "application/pdf", body: hours }),
  };
}

const HOURS = [
  "Tuesday to Friday: 6:30 to 18:00",
  "Saturday: 6:30 to 13:00",
  "Sunday and Monday: closed, the ovens rest.",
  "In August we bake rye only, and close at noon.",
];

/** Security headers as they should be. */
function secure(origin: string): Answer {
  const plain = page(
    origin,
    {
      title: "How this bakery keeps its site safe",
      description: "Which headers the Three Ovens Bakery sends with this page, so that browsers let nothing in that does not belong here.",
      path: "/secure",
    },
    "<h1>Locked at night</h1><p>This page is sent with every header that a careful shop would send. Nothing runs here that we did not bake ourselves.</p>",
  );
  const headers = {
    "content-security-policy":
      "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "set-cookie": "__Host-visit=1; Path=/; Secure; HttpOnly; SameSite=Lax",
  };
  return { ...plain, headers };
}

/** And as they should not. */
function careless(origin: string): Answer {
  const plain = page(
    origin,
    {
      title: "A page of the bakery that was left open",
      description:
        "Which headers a shop sends that never looked at them: an open policy, cookies without flags, and the names of all its software.",
      path: "/careless",
    },
    "<h1>Left open</h1><p>This page is sent as software sends it that nobody has set up.</p>",
  );
  const headers = {
    "content-security-policy": "script-src * 'unsafe-inline' 'unsafe-eval'",
    "strict-transport-security": "max-age=300",
    "x-frame-options": "ALLOWALL",
    "referrer-policy": "unsafe-url",
    "access-control-allow-origin": "*",
    server: "Apache/2.4.1 (Unix) OpenSSL/1.0.1e",
    "x-powered-by": "PHP/5.4.0",
    "set-cookie": ["PHPSESSID=0123456789abcdef; path=/", "tracker=1; Domain=localhost; SameSite=None"],
  };
  return { ...plain, headers };
}
