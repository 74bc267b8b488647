import type { Sample, SiteFacts } from "../facts";
import { type Check, cut, type Look, PASSES } from "./check";

/** Links that were tried: a sample, spread over the pages. */
export const LINKS_TRIED: readonly Check[] = [
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
