import { finding } from "../../web/finding";
import type { Finding } from "../../web/schema";
import { bySeverity } from "../../web/severities";
import { type Followed, withoutHash } from "./follow";
import type { RedirectsCheckAnswer } from "./schema";
import { aboutVariants } from "./variantFindings";
import type { Variants } from "./variants";

type Step = RedirectsCheckAnswer["chain"][number];

/** What is wrong with the way, with its end, and with the other forms of the address. */
export function findingsOf(followed: Followed, variants: Variants): Finding[] {
  return bySeverity([
    ...aboutEnd(followed),
    ...aboutLength(followed),
    ...followed.chain.flatMap(aboutStep),
    ...aboutCanonical(followed),
    ...aboutVariants(variants),
  ]);
}

function aboutEnd({ outcome, stopped_by, chain }: Followed): Finding[] {
  const last = chain.at(-1);
  const where = last?.url ?? null;
  if (outcome === "loop") {
    return [
      finding("error", "loop", "It leads back to an address of its own chain.", {
        where: `${where} → ${last?.location}`,
        why: "Nobody ever arrives.",
        mend: "Let one of the addresses answer.",
      }),
    ];
  }
  if (outcome === "too_many")
    return [
      finding("error", "too_many", "It leads on after twenty steps.", {
        where,
        why: "Browsers give up about there, robots much sooner.",
        mend: "Lead straight to the end.",
      }),
    ];
  if (outcome === "stopped") {
    return [
      finding("error", "stopped", stopped_by?.message ?? "It leads to where nobody answers.", {
        where: `${where} → ${last?.location}`,
        why: "Who follows it arrives nowhere.",
        mend: "Lead to an address that answers.",
      }),
    ];
  }
  if (!last) return [];
  if (last.status >= 400)
    return [finding("error", "status", `The chain ends with ${last.status}.`, { where, mend: "Lead to a page that is there." })];
  if (last.status >= 300)
    return [
      finding("error", "no_location", `${last.status} without an address to go to.`, {
        where,
        mend: "Send a Location that is an address.",
      }),
    ];
  return [finding("pass", "arrives", `The chain ends with ${last.status}.`, { where })];
}

function aboutLength({ chain, outcome }: Followed): Finding[] {
  const redirects = chain.filter(({ location }) => location).length;
  if (outcome !== "page" || redirects < 2) return [];
  const severity = redirects > 2 ? "warning" : "notice";
  return [
    finding(severity, "length", `It takes ${redirects} redirects to arrive.`, {
      where: chain
        .map(({ url }) => new URL(url).pathname.slice(0, 60))
        .join(" → ")
        .slice(0, 300),
      why: "Each costs a visitor a round trip, and robots follow only so many.",
      mend: `Lead from the first address straight to ${chain.at(-1)?.url}.`,
    }),
  ];
}

function aboutStep(step: Step): Finding[] {
  const { url, location, status } = step;
  if (!location) return [];
  const found: Finding[] = [];
  const where = `${url} → ${location}`;
  const to = new URL(location);
  const from = new URL(url);
  if (from.protocol === "https:" && to.protocol === "http:") {
    found.push(
      finding("error", "downgrade", "It leads from https back to http.", {
        where,
        why: "From there on anybody on the wire can read and change what is sent.",
        mend: "Lead to the https address.",
      }),
    );
  }
  if (step.leads_by !== "location") {
    found.push(
      finding("warning", "refresh", `It leads on by a ${step.leads_by} after ${step.delay_seconds} s.`, {
        where,
        why: "Robots may take it for a page of its own, and the back button is broken by it.",
        mend: "Answer 301 or 308 with a Location.",
      }),
    );
  } else if (step.permanent === false) {
    found.push(
      finding("notice", "temporary", `${status} says that the move is for now.`, {
        where,
        why: "Search engines keep the old address.",
        mend: "Answer 301 or 308 if it is for good.",
      }),
    );
  }
  if (from.hostname !== to.hostname && from.hostname.replace(/^www\./, "") !== to.hostname.replace(/^www\./, "")) {
    found.push(finding("notice", "host", "It leads to another host.", { where }));
  }
  return found;
}

function aboutCanonical({ chain, canonical, outcome }: Followed): Finding[] {
  const last = chain.at(-1);
  if (!canonical || !last || outcome !== "page") return [];
  if (withoutHash(canonical) === withoutHash(last.url))
    return [finding("pass", "canonical", "The page calls itself by this address.", { where: canonical })];
  if (chain.some(({ url, location }) => location && withoutHash(url) === withoutHash(canonical))) {
    return [
      finding("warning", "canonical.redirects", "The page calls itself by an address that leads here.", {
        where: canonical,
        why: "Search engines are sent in a circle.",
        mend: `Name ${last.url} as canonical.`,
      }),
    ];
  }
  return [
    finding("notice", "canonical.other", "The page calls itself by another address.", {
      where: canonical,
      mend: "Right where this is a copy of that page; else name this address.",
    }),
  ];
}
