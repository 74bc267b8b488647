import type { Anchor, PageFacts, Sample, SiteFacts } from "../facts";
import { type Check, cut, type Found, type Look, PASSES, when } from "./check";
import { saysNothing } from "./linkWords";

const MANY = 400;
/** Attributes that only a link has: with one of them and no address, somebody has forgotten it. */
const OF_LINKS = new Set(["target", "download", "ping", "rel", "hreflang", "type", "referrerpolicy"]);

/** Where the page leads, and in which words. */
export const LINKS: readonly Check[] = [
  {
    id: "link-names",
    of: "page",
    category: "links",
    level: "warning",
    title: "A link has no text",
    why: "Nobody is told where it leads: engines go by these words, and screen readers read out the address.",
    mend: "Put text into it, an alt to its picture, or an aria-label.",
    look: (page) => each(page, ({ raw, name }) => raw !== null && name === ""),
  },
  {
    id: "link-words",
    of: "page",
    category: "links",
    level: "warning",
    title: "A link's text says nothing",
    why: "“Click here” tells neither people nor engines what they will find.",
    mend: "Name what it leads to.",
    look: (page) =>
      each(
        page,
        ({ text, url, fragment, language }) => url !== null && !(url === page.url && fragment !== null) && saysNothing(text, language),
        ({ text, url }) => `"${cut(text)}" to ${cut(url ?? "")}`,
      ),
  },
  {
    id: "link-crawlable",
    of: "page",
    category: "links",
    level: "warning",
    title: "A link can't be followed",
    why: "Crawlers follow an href with an address, and nothing else.",
    mend: "Give it an address, or make it a button.",
    look: (page) => each(page, cantBeFollowed),
  },
  {
    id: "links-inside",
    of: "page",
    category: "links",
    level: "warning",
    title: "The page leads nowhere on its own site",
    why: "Who lands here, leaves here, and crawlers find nothing more.",
    mend: "Link to the pages that belong to it.",
    look: (page) =>
      when(!page.anchors.list.some(({ url }) => url !== null && url !== page.url && isInside(url, page)), () => ({
        text: `${page.anchors.list.length} links, none to another page of the site`,
      })),
  },
  {
    id: "links-count",
    of: "page",
    category: "links",
    level: "notice",
    title: "The page has very many links",
    why: "Each of them counts for less, and some are not followed.",
    mend: `Stay below ${MANY}.`,
    look: ({ anchors: { list, more } }) => when(list.length + more > MANY, () => ({ text: `${list.length + more} links` })),
  },
  {
    id: "links-nofollow",
    of: "page",
    category: "links",
    level: "notice",
    title: "Links to the site's own pages say nofollow",
    why: "The site tells engines not to trust itself.",
    mend: "Remove nofollow from links inside the site.",
    look: (page) => each(page, ({ url, rel }) => url !== null && isInside(url, page) && rel.includes("nofollow")),
  },
  {
    id: "links-fragments",
    of: "page",
    category: "links",
    level: "notice",
    title: "A link leads to a place in the page that isn't there",
    why: "Nothing happens when it is clicked.",
    mend: "Give the place that id, or mend the link.",
    look: (page) => {
      const inPage = page.anchors.list.filter(({ url, fragment }) => url === page.url && fragment);
      if (inPage.length === 0) return "not_applicable";
      if (page.cut || page.answer.truncated) return { unknown: "Only the beginning of the page was read." };
      const isThere = (name: string) => page.ids.has(name) || name.toLowerCase() === "top" || name.startsWith(":~:");
      return inPage.filter(({ fragment }) => !isThere(fragment ?? "")).map((spot) => ({ text: `#${cut(spot.fragment ?? "")}`, spot }));
    },
  },
  {
    id: "links-secure",
    of: "page",
    category: "links",
    level: "notice",
    title: "A secure page links to its own insecure addresses",
    why: "Each click makes a detour, and is open to be read on the way.",
    mend: "Write https:// in them.",
    look: (page) => {
      if (!page.url.startsWith("https:")) return "not_applicable";
      const { hostname } = new URL(page.url);
      return each(page, ({ url }) => url?.startsWith("http:") === true && new URL(url).hostname === hostname);
    },
  },
  {
    id: "links-answer",
    of: "site",
    category: "links",
    level: "error",
    title: "A link inside the site is broken",
    why: "People meet an error, and crawlers a dead end.",
    mend: "Mend the address, or redirect it to what took its place.",
    look: ({ links }) => sampled(links, isBroken),
  },
  {
    id: "links-direct",
    of: "site",
    category: "links",
    level: "notice",
    title: "A link inside the site leads over a redirect",
    why: "Each click takes a step too many.",
    mend: "Link to the final address.",
    look: ({ links }) => sampled(links, ({ asked }) => asked.ok && asked.status < 400 && (asked.hops.length > 1 || asked.status >= 300)),
  },
  {
    id: "links-out-answer",
    of: "site",
    category: "links",
    level: "warning",
    title: "A link to another site is broken",
    why: "Pages with dead links look abandoned.",
    mend: "Find the new address, or remove the link.",
    look: ({ linksOut }) => sampled(linksOut, isBroken),
  },
];

function foundOf(spot: Anchor): Found {
  return { text: spot.raw === null ? `A link without an address: "${cut(spot.name)}"` : cut(spot.raw || '""'), spot };
}

function each({ anchors }: PageFacts, faulty: (anchor: Anchor) => boolean, text?: (anchor: Anchor) => string): Look {
  if (anchors.list.length === 0) return "not_applicable";
  return anchors.list.filter(faulty).map((anchor) => (text ? { text: text(anchor), spot: anchor } : foundOf(anchor)));
}

function cantBeFollowed({ raw, url, role, id, attributes }: Anchor): boolean {
  if (role !== "") return false;
  if (raw === null) return !id && (attributes.includes("onclick") || attributes.some((name) => OF_LINKS.has(name)));
  const plain = raw.replaceAll(/\s/g, "").toLowerCase();
  if (plain.startsWith("javascript:") || plain.startsWith("file:")) return true;
  if (plain === "" && id) return false;
  // What is no address of the web, such as mailto:, is followed by other software.
  return url === null && (/^https?:/.test(plain) || !/^[a-z][a-z0-9+.-]{1,30}:/.test(plain)) && raw.length < 500;
}

function isInside(url: string, page: PageFacts): boolean {
  return new URL(url).origin === new URL(page.url).origin;
}

function sampled(samples: SiteFacts["links"], faulty: (sample: Sample) => boolean): Look {
  if (samples.length === 0) return "not_applicable";
  const silent = samples.find(({ asked }) => !asked.ok && asked.reason !== "unreachable")?.asked;
  const found = samples.filter(faulty);
  if (found.length === 0 && silent && !silent.ok && samples.every(({ asked }) => !asked.ok && asked.reason !== "unreachable"))
    return { unknown: silent.why };
  return found.length === 0 ? PASSES : found.map(({ url, from, spot, asked }) => ({ text: answered(url, asked), url, page: from, spot }));
}

/** Refused or asked to wait is not broken: robots are often turned away where people are not. */
function isBroken({ asked }: Sample): boolean {
  return asked.ok
    ? asked.status === 404 || asked.status === 410 || (asked.status >= 500 && asked.status !== 503)
    : asked.reason === "unreachable";
}

function answered(url: string, asked: Sample["asked"]): string {
  if (!asked.ok) return `${cut(url)}: ${asked.why}`;
  return asked.hops.length > 1 && asked.status < 300 ? `${cut(url)} leads to ${cut(asked.url)}.` : `${cut(url)} answers ${asked.status}.`;
}
