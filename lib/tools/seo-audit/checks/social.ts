import { imageSize } from "image-size";
import { contentType } from "../../../web/contentType";
import type { Asked, PageFacts, SiteFacts } from "../facts";
import { addressOf } from "../page/address";
import { canonicalOf } from "../page/canonical";
import { metaOf, metasOf } from "../page/meta";
import { type Check, cut, type Found, type Look, when } from "./check";

const NEEDED = ["og:title", "og:type", "og:image", "og:url"] as const;
const CARDS = new Set(["summary", "summary_large_image", "app", "player"]);
/** Smaller ones are shown small, or not at all. */
const SMALLEST = { width: 600, height: 315 } as const;

/** How the page looks when somebody passes it on. */
export const SOCIAL: readonly Check[] = [
  {
    id: "og-complete",
    of: "page",
    category: "social",
    level: "warning",
    title: "The page's card is not complete",
    why: "Where its address is shared, a bare link stands instead of a picture with a title.",
    mend: "Add the missing Open Graph tags.",
    look: (page) => NEEDED.filter((name) => metaOf(page, name) === null).map((name) => ({ text: `${name} is missing.` })),
  },
  {
    id: "og-description",
    of: "page",
    category: "social",
    level: "notice",
    title: "The page's card has no description",
    why: "The card shows a title alone.",
    mend: "Add og:description.",
    look: (page) =>
      hasCard(page) ? when(metaOf(page, "og:description") === null, () => ({ text: "og:description is missing." })) : "not_applicable",
  },
  {
    id: "og-image-absolute",
    of: "page",
    category: "social",
    level: "warning",
    title: "The card's picture is not addressed in full",
    why: "Most services fetch it from nowhere.",
    mend: "Write its address with https:// and host.",
    look: (page) => picture(page, (raw) => when(!/^https?:\/\//i.test(raw), () => ({ text: `"${cut(raw)}"`, ...spot(page, "og:image") }))),
  },
  {
    id: "og-image-answers",
    of: "page",
    category: "social",
    level: "warning",
    title: "The card's picture can't be loaded",
    why: "The card is shown without one.",
    mend: "Name a picture that answers 200 with its type.",
    look: (page, site) =>
      loaded(page, site, (asked, url) => brokenPicture(asked, url).map((found) => ({ ...found, ...spot(page, "og:image") }))),
  },
  {
    id: "og-image-size",
    of: "page",
    category: "social",
    level: "notice",
    title: "The card's picture is small",
    why: "Services show small pictures as a thumbnail beside the text, or leave them out.",
    mend: `Use 1200 × 630 pixels; ${SMALLEST.width} × ${SMALLEST.height} is the least.`,
    look: (page, site) =>
      loaded(page, site, (asked) => {
        if (!asked.ok || asked.status !== 200) return { unknown: "The picture did not come." };
        const size = sizeOf(asked.body);
        if (!size) return { unknown: "The picture's size could not be read." };
        const small = size.width < SMALLEST.width || size.height < SMALLEST.height;
        return when(small, () => ({ text: `${size.width} × ${size.height}`, ...spot(page, "og:image") }));
      }),
  },
  {
    id: "og-url-true",
    of: "page",
    category: "social",
    level: "notice",
    title: "The card names another address than the canonical one",
    why: "Likes and shares are counted for another page.",
    mend: "Let og:url and canonical be the same.",
    look: (page) => {
      const named = addressOf(metaOf(page, "og:url"), page.base)?.url;
      if (!named) return "not_applicable";
      const own = canonicalOf(page) ?? page.url;
      return when(named !== own, () => ({ text: `${cut(named)}, not ${cut(own)}`, ...spot(page, "og:url") }));
    },
  },
  {
    id: "twitter-card",
    of: "page",
    category: "social",
    level: "notice",
    title: "The page asks for no card on X",
    why: "Links are shown without the large picture.",
    mend: 'Add <meta name="twitter:card" content="summary_large_image">.',
    look: (page) => {
      const card = metaOf(page, "twitter:card");
      if (card === null) return [{ text: "twitter:card is missing." }];
      return when(!CARDS.has(card.toLowerCase()), () => ({ text: `"${cut(card)}" is no kind of card.`, ...spot(page, "twitter:card") }));
    },
  },
  {
    id: "twitter-complete",
    of: "page",
    category: "social",
    level: "notice",
    title: "The card on X lacks a title or a picture",
    why: "Neither its own tags nor Open Graph tell what to show.",
    mend: "Add twitter:title and twitter:image, or og:title and og:image.",
    look: (page) => {
      if (metaOf(page, "twitter:card") === null) return "not_applicable";
      const lacks = (part: string) => metaOf(page, `twitter:${part}`) === null && metaOf(page, `og:${part}`) === null;
      return ["title", "image"].filter(lacks).map((part) => ({ text: `There is neither twitter:${part} nor og:${part}.` }));
    },
  },
];

function hasCard(page: PageFacts): boolean {
  return page.metas.some(({ name }) => name.startsWith("og:"));
}

function spot(page: PageFacts, name: string): Pick<Found, "spot"> {
  const found = metasOf(page, name).find(({ content }) => content !== "");
  return found ? { spot: found } : {};
}

function picture(page: PageFacts, look: (raw: string) => Look): Look {
  const raw = metaOf(page, "og:image");
  return raw === null ? "not_applicable" : look(raw);
}

function loaded(page: PageFacts, { socialPictures }: SiteFacts, look: (asked: Asked, url: string) => Look): Look {
  return picture(page, (raw) => {
    const url = addressOf(raw, page.base)?.url;
    if (!url) return "not_applicable";
    const asked = socialPictures.get(url);
    return asked ? look(asked, url) : { unknown: "More pictures are named than were looked at." };
  }) as Look;
}

function brokenPicture(asked: Asked, url: string): Found[] {
  if (!asked.ok) return asked.reason === "unreachable" ? [{ text: asked.why, url }] : [];
  if (asked.status >= 400) return [{ text: `${cut(url)} answers ${asked.status}.`, url }];
  const { kind, mime } = contentType(asked);
  return kind === "image" ? [] : [{ text: `${cut(url)} is ${mime ?? "of no type"}.`, url }];
}

function sizeOf(body: Buffer): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(body);
    return width && height ? { width, height } : null;
  } catch {
    return null;
  }
}
