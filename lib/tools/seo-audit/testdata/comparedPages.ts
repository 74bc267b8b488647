import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteSpec } from "./faultSite";
import { text } from "./faultSite";
import { both, type Change, withBody, withHead, withHeaders } from "./pageSpec";

/** A page that somebody else's tool is to look at beside ours. */
export type Compared = { name: string; path: string; spec: SiteSpec };

const page = (name: string, change: Change, more: SiteSpec = {}): Compared => ({
  name,
  path: "/bread",
  spec: { ...more, pages: { "/bread": change } },
});
const robots = (name: string, body: string, status = 200): Compared => ({
  name,
  path: "/bread",
  spec: { replies: { "/robots.txt": () => ({ ...text(body), status }) } },
});
const canonical = (name: string, make: (origin: string) => string): Compared =>
  page(
    name,
    withHead((origin) => ({ canonical: make(origin) })),
  );
const link = (href: string) => `<link rel="canonical" href="${href}">`;

const LINKS = [
  '<a href="javascript:void(0)">Script</a>',
  '<a href="javascript:void( 0 )"><b>Script again</b></a>',
  '<a href="https://">No host</a>',
  '<a href="http://[broken">Broken</a>',
  '<a href="file:///etc/motd">File</a>',
  '<a href="file:///etc/motd" name="f">Named file</a>',
  '<a target="_blank">No address</a>',
  '<a id="anchor">An anchor</a>',
  '<a name="old">An old anchor</a>',
  "<a>A placeholder</a>",
  '<a href="">Empty</a>',
  '<a href="mailto:us@site.test">Mail</a>',
  '<a href="javascript:void(0)" role="button">A button</a>',
  '<a href="#ovens">Fragment</a>',
];

const WORDS = [
  '<a href="/rolls">Click here</a>',
  '<a href="/rolls"> read MORE </a>',
  '<a href="/rolls" rel="nofollow">more</a>',
  '<a href="/rolls"><span>this</span></a>',
  '<a href="#">here</a>',
  '<a href="/rolls">right here</a>',
  '<a href="/rolls">information</a>',
  ...[
    "en:start",
    "de:hier klicken",
    "de:siehe",
    "es:más información",
    "es:clicka aqui",
    "pt:veja mais",
    "ja:こちらをクリック",
    "ko:자세히 보기",
  ].map(spoken),
  ...["sv:läs mer", "fa:اینجا کلیک کنید", "ta:மேலும் அறிக", "ja:全文表示", "ko:전체 보기", "pt:ir", "es:este enlace", "de:das"].map(spoken),
];

function spoken(words: string): string {
  const [language, said] = words.split(":");
  return `<p lang="${language}"><a href="/rolls">${said}</a></p>`;
}

const PICTURES = [
  '<img src="/loaf.png">',
  '<img src="/loaf.png" alt="">',
  '<img src="/loaf.png" alt=" ">',
  '<img src="/loaf.png" role="presentation">',
  '<img src="/loaf.png" aria-label="A loaf">',
  '<img src="/loaf.png" aria-labelledby="ovens">',
  '<img src="/loaf.png" title="A loaf">',
  '<img src="/loaf.png" aria-hidden="true">',
  '<a href="/rolls"><img src="/roll.png"></a>',
];

const lines = (list: readonly string[]) => withBody({ more: list.map((one) => `<p>${one}</p>`).join("\n") });

/** Pages of the fault site, together with everything that audits of search engines look at. */
export const FAULTY_PAGES: readonly Compared[] = [
  page("a page as it should be", (good) => good),
  page(
    "no title, no description, links and pictures of all kinds",
    both(withHead({ title: "", description: "" }), lines([...LINKS, ...PICTURES])),
  ),
  page(
    "empty title and description, words that say nothing, languages that are none, a date that is past",
    both(
      withHead((origin) => ({
        title: "<title> </title>",
        description: '<meta name="description" content="">',
        languages: `<link rel="alternate" hreflang="xx" href="${origin}/x"><link rel="alternate" hreflang="de" href="/brot">`,
      })),
      lines(WORDS),
      withHeaders({ "x-robots-tag": "unavailable_after: 2020-01-31" }),
    ),
  ),
  robots("robots.txt against all", "User-agent: *\nDisallow: /\n"),
  robots(
    "robots.txt with slips",
    "Disallow: /a\nUser-agent: *\nDissalow: /\nDisallow: b\nAllow: /$a\nno colon\nSitemap: nowhere\nUser-agent:\n",
  ),
  robots("robots.txt out of order", "", 503),
  canonical("a relative canonical", () => link("/bread")),
  canonical("a canonical that is no address", () => link("https://")),
  canonical("two canonicals", (origin) => `${link(`${origin}/bread`)}${link(`${origin}/rolls`)}`),
  canonical("the front page as canonical", (origin) => link(`${origin}/`)),
  page(
    "another language as canonical",
    withHead((origin) => ({
      canonical: link(`${origin}/brot`),
      languages: ["en:/bread", "de:/brot"]
        .map((one) => one.split(":"))
        .map(([code, path]) => `<link rel="alternate" hreflang="${code}" href="${origin}${path}">`)
        .join(""),
    })),
  ),
  page(
    "languages and canonical in headers",
    withHeaders({ link: '</bread>; rel="canonical", </x>; rel="alternate"; hreflang="nolanguage"' }),
  ),
];

const ROOT = join(import.meta.dirname, "../../../..");
const CLIENTS = join(ROOT, "e2e/clients");
const REAL = [
  [ROOT, "decimal.js-light/doc/API.html"],
  [ROOT, "@mixmark-io/domino/test/w3c/level1/html/files/element.html"],
  [ROOT, "tesseract.js/examples/browser/basic-scheduler.html"],
  [CLIENTS, "apg-js/dist/guide/index.html"],
  [CLIENTS, "lighthouse/report/assets/standalone-template.html"],
] as const;

/** Pages that packages ship: documentation, and the fixtures of parsers. */
export function realPages(): Compared[] {
  return REAL.map(([root, file]) => {
    const body = readFileSync(join(root, "node_modules", file));
    return { name: file, path: "/page", spec: { replies: { "/page": () => text(body, "text/html") } } };
  });
}
