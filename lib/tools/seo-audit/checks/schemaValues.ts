import { typesOf } from "../page/things";
import { cut } from "./check";

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$|^\d{4}$/;
const DURATION = /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

type Form = { fields: ReadonlySet<string>; isRight: (text: string) => boolean; wants: string };

const set = (text: string) => new Set(text.split(" "));

const FORMS: readonly Form[] = [
  {
    fields: set(
      "datePublished dateModified dateCreated uploadDate startDate endDate datePosted validThrough priceValidUntil birthDate expires dateReviewed",
    ),
    isRight: (text) => DATE.test(text) && !Number.isNaN(Date.parse(text.replace(" ", "T"))),
    wants: "a date such as 2026-05-31",
  },
  { fields: set("duration cookTime prepTime totalTime"), isRight: (text) => DURATION.test(text), wants: "a duration such as PT1H30M" },
  {
    fields: set("price lowPrice highPrice ratingValue bestRating worstRating ratingCount reviewCount offerCount position"),
    isRight: (text) => NUMBER.test(text),
    wants: "a number",
  },
  { fields: set("priceCurrency currency"), isRight: (text) => /^[A-Z]{3}$/.test(text), wants: "a currency such as EUR" },
  {
    fields: set("url image logo thumbnailUrl contentUrl embedUrl sameAs"),
    isRight: (text) => URL.canParse(text) && /^(?:https?|data):/i.test(text),
    wants: "a full address",
  },
  {
    fields: set("availability itemCondition eventStatus"),
    isRight: (text) => /^(?:https?:\/\/schema\.org\/)?[A-Z][A-Za-z]+$/.test(text),
    wants: "a word of schema.org",
  },
];

/** Values of one thing that are not in the form that machines read, in words. */
export function wrongValues(thing: Record<string, unknown>): string[] {
  const type = typesOf(thing)[0] ?? "?";
  const wrong = FORMS.flatMap(({ fields, isRight, wants }) =>
    Object.entries(thing)
      .filter(([name]) => fields.has(name))
      .flatMap(([name, value]) => plainOf(value).map((text) => ({ name, text })))
      .filter(({ text }) => text.length > 2_000 || !isRight(text))
      .map(({ name, text }) => `${type}.${name}: "${cut(text, 60)}" is not ${wants}.`),
  );
  return [...wrong, ...ratingFault(thing, type)];
}

/** Texts and numbers; what is described as a thing of its own is looked at there. */
function plainOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list.filter((one) => typeof one === "string" || typeof one === "number").map((one) => String(one).trim());
}

function ratingFault(thing: Record<string, unknown>, type: string): string[] {
  const number = (name: string, usual: number) => (thing[name] === undefined ? usual : Number(thing[name]));
  const [value, best, worst] = [number("ratingValue", Number.NaN), number("bestRating", 5), number("worstRating", 1)];
  if (Number.isNaN(value) || Number.isNaN(best) || Number.isNaN(worst)) return [];
  return value > best || value < Math.min(worst, 1) ? [`${type}.ratingValue: ${value} is not between ${worst} and ${best}.`] : [];
}
