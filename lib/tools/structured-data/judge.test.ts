import { describe, expect, it } from "vitest";
import { linkItems, readJsonLd } from "../../web/structured/jsonLd";
import { judge } from "./judge";
import { PAGE_RULES } from "./rules/pages";
import { THING_RULES } from "./rules/things";
import { faultOf } from "./values/faultOf";
import type { ValueKind } from "./values/kinds";

const NOW = new Date("2026-06-01T12:00:00Z");

type Given = Record<string, unknown>;

const judged = (given: Given) => {
  const { items } = readJsonLd({ "@context": "https://schema.org", ...given }, "test");
  linkItems(items);
  const [item] = items;
  if (!item) throw new Error("nothing was read");
  return judge(item, NOW);
};
const stateOf = (given: Given, name: string) => judged(given).results.find((result) => result.name === name)?.state;
const errors = (given: Given) => judged(given).issues.filter(({ severity }) => severity === "error");
const told = (given: Given) => judged(given).issues.map(({ severity, path }) => `${severity} ${path}`);

const OFFER = { "@type": "Offer", price: "5.20", priceCurrency: "EUR", availability: "https://schema.org/InStock" };
const RATING = { "@type": "AggregateRating", ratingValue: 4.5, ratingCount: 12 };
const STARS = { "@type": "Rating", ratingValue: "4" };
const AUTHOR = { "@type": "Person", name: "Mara", url: "https://a.example/mara" };
const step = (position: number, more: Given = {}) => ({
  "@type": "ListItem",
  position,
  name: `Step ${position}`,
  item: `https://a.example/${position}`,
  ...more,
});

/** For each kind of thing one that has all that is needed. */
const GOOD: Record<string, Given> = {
  Article: { headline: "Bread", author: AUTHOR, datePublished: "2026-03-14", image: "https://a.example/i.png" },
  Recipe: { name: "Bread", image: "https://a.example/i.png", cookTime: "PT1H" },
  FAQPage: { mainEntity: [{ "@type": "Question", name: "Why?", acceptedAnswer: { "@type": "Answer", text: "So." } }] },
  HowTo: { name: "Bake", step: [{ "@type": "HowToStep", text: "Mix." }] },
  BreadcrumbList: { itemListElement: [step(1), step(2, { item: undefined })] },
  WebSite: { name: "A", url: "https://a.example/" },
  ItemList: { itemListElement: [step(1, { item: undefined, url: "https://a.example/1" })] },
  ProfilePage: { mainEntity: AUTHOR },
  VideoObject: { name: "Baking", thumbnailUrl: "https://a.example/t.png", uploadDate: "2026-03-14T08:00:00+01:00" },
  Product: {
    name: "Loaf",
    image: "https://a.example/i.png",
    offers: OFFER,
    aggregateRating: RATING,
    review: { "@type": "Review", author: AUTHOR, reviewRating: STARS },
  },
  Event: { name: "Fair", startDate: "2026-07-01", location: { "@type": "Place", name: "Hall", address: "Mill Lane 4" } },
  Organization: { name: "A", url: "https://a.example/" },
  LocalBusiness: { name: "A", address: { "@type": "PostalAddress", streetAddress: "Mill Lane 4" } },
  Person: { name: "Mara" },
  JobPosting: {
    ...{ title: "Baker", description: "Bakes.", datePosted: "2026-05-01", validThrough: "2026-09-01" },
    ...{ hiringOrganization: { "@type": "Organization", name: "A" }, jobLocation: { "@type": "Place", address: "Mill Lane 4" } },
  },
  SoftwareApplication: { name: "Timer", offers: { "@type": "Offer", price: 0 }, aggregateRating: RATING },
  Course: { name: "Baking", description: "From flour to loaf." },
  Dataset: { name: "Loaves", description: "Every loaf that was sold in the shop since it opened, by day." },
  Review: { author: AUTHOR, itemReviewed: { "@type": "Product", name: "Loaf" }, reviewRating: STARS },
  AggregateRating: { ...RATING, itemReviewed: { "@type": "Product", name: "Loaf" } },
};

const RULES = { ...PAGE_RULES, ...THING_RULES };

describe("rules", () => {
  it("have a good example each", () => {
    expect(Object.keys(GOOD).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(Object.entries(GOOD))("find nothing to mend in a good %s", (type, good) => {
    const { known, results } = judged({ "@type": type, ...good });
    expect(known).toBe(true);
    expect(errors({ "@type": type, ...good })).toEqual([]);
    expect(results.map(({ state }) => state)).not.toContain("not_eligible");
    expect(results.length).toBeGreaterThan(0);
  });

  const plain = Object.entries(RULES).flatMap(([type, rules]) =>
    rules.flatMap(({ name, required, state }) =>
      required.filter((need) => /^\w+$/.test(need)).map((need) => ({ type, name, need, state })),
    ),
  );
  it.each(plain)("miss $need in a $type for $name", ({ type, name, need, state }) => {
    const without = { "@type": type, ...GOOD[type] };
    delete (without as Given)[need];
    const found = errors(without).find(({ path }) => path === need);
    expect(found).toMatchObject({ id: "property.missing", why: expect.stringContaining(name) });
    expect(stateOf(without, name)).toBe(state === "retired" ? "retired" : "not_eligible");
  });

  it("hold for kinds of a kind, and for several kinds at once", () => {
    expect(stateOf({ "@type": "Bakery", name: "A" }, "Local business")).toBe("not_eligible");
    expect(stateOf({ "@type": ["Thing", "NewsArticle"], headline: "A" }, "Article")).toBe("eligible");
    expect(stateOf({ "@type": "https://schema.org/MusicEvent", ...GOOD.Event }, "Event")).toBe("eligible");
  });

  it("are not made up for what has none", () => {
    expect(judged({ "@type": "WebPage", name: "A" })).toMatchObject({
      known: false,
      results: [],
      whyNot: expect.stringContaining("WebPage"),
    });
    expect(judged({ "@type": "product", name: "A" })).toMatchObject({
      known: false,
      issues: [{ id: "type.spelling", mend: "Write Product." }],
    });
    expect(judged({ "@context": { "@vocab": "https://other.example/" }, "@type": "Product" })).toMatchObject({ known: false });
    expect(judged({ "@type": "Nonsense" }).whyNot).toContain("Nonsense");
  });
});

describe("what is within", () => {
  it("is looked at in each of several", () => {
    const product = { "@type": "Product", ...GOOD.Product, offers: [OFFER, { "@type": "Offer", priceCurrency: "EUR" }] };
    expect(told(product)).toContain("error offers[1].price");
    expect(stateOf(product, "Merchant listing")).toBe("not_eligible");
  });

  it("may be found under another name, or one level down", () => {
    const spec = { "@type": "Offer", priceSpecification: { "@type": "PriceSpecification", price: 5, priceCurrency: "EUR" } };
    expect(stateOf({ "@type": "Product", ...GOOD.Product, offers: spec }, "Merchant listing")).toBe("eligible");
    const range = { "@type": "AggregateOffer", lowPrice: "1", highPrice: "2", priceCurrency: "EUR" };
    const ranged = judged({ "@type": "Product", ...GOOD.Product, offers: range }).results;
    expect(ranged.map(({ name, state }) => [name, state])).toEqual([["Product snippet", "eligible"]]);
  });

  it("may be a mere text, which is told", () => {
    expect(told({ "@type": "Article", ...GOOD.Article, author: "Mara" })).toContain("notice author");
    expect(errors({ "@type": "JobPosting", ...GOOD.JobPosting, hiringOrganization: "A" })).toMatchObject([
      { id: "item.text", path: "hiringOrganization" },
    ]);
  });

  it("may point at nothing, which is told", () => {
    const product = { "@type": "Product", ...GOOD.Product, offers: { "@id": "#gone" } };
    expect(errors(product)).toMatchObject([{ id: "item.reference", path: "offers" }]);
  });

  it("that stands in itself is looked at once", () => {
    const around = {
      "@context": "https://schema.org",
      "@graph": [
        { "@id": "#a", "@type": "Article", headline: "A", isPartOf: { "@id": "#b" }, datePublished: "soon" },
        { "@id": "#b", "@type": "Article", hasPart: { "@id": "#a" } },
      ],
    };
    const { items } = readJsonLd(around, "test");
    linkItems(items);
    const paths = items.map((item) =>
      judge(item, NOW)
        .issues.filter(({ id }) => id === "value.form")
        .map(({ path }) => path),
    );
    expect(paths).toEqual([["datePublished"], ["hasPart.datePublished"]]);
  });
});

describe("values", () => {
  it("that are needed and malformed are errors, others warnings", () => {
    expect(errors({ "@type": "VideoObject", ...GOOD.VideoObject, uploadDate: "yesterday" })).toMatchObject([{ path: "uploadDate" }]);
    expect(stateOf({ "@type": "VideoObject", ...GOOD.VideoObject, uploadDate: "yesterday" }, "Video")).toBe("not_eligible");
    expect(told({ "@type": "VideoObject", ...GOOD.VideoObject, duration: "x", embedUrl: "/embed" })).toContain("warning embedUrl");
  });

  it("of a rating lie on its scale", () => {
    const rated = (rating: Given) => told({ "@type": "Product", ...GOOD.Product, aggregateRating: { ...RATING, ...rating } });
    expect(rated({ ratingValue: 7 })).toContain("error aggregateRating.ratingValue");
    expect(rated({ ratingValue: 7, bestRating: 10 })).not.toContain("error aggregateRating.ratingValue");
    expect(rated({ ratingValue: 2, worstRating: 3 })).toContain("error aggregateRating.ratingValue");
    expect(rated({ ratingValue: "4,5" })).toContain("error aggregateRating.ratingValue");
  });

  it("that have passed are told", () => {
    expect(told({ "@type": "JobPosting", ...GOOD.JobPosting, validThrough: "2026-05-31" })).toContain("warning validThrough");
    expect(told({ "@type": "JobPosting", ...GOOD.JobPosting, validThrough: "2026-06-01" })).not.toContain("warning validThrough");
    expect(told({ "@type": "Product", ...GOOD.Product, offers: { ...OFFER, priceValidUntil: "2025-01-01" } })).toContain(
      "warning offers.priceValidUntil",
    );
  });

  const right: [ValueKind, unknown[]][] = [
    ["date", ["2026-03-14", "2026-03-14T08:00", "2026-03-14T08:00:00Z", "2026-03-14T08:00:00.5+01:00", "2026", "2026-03"]],
    ["duration", ["PT30M", "P1DT2H", "PT1H15M30S", "P2W"]],
    ["time", ["09:00", "23:59:59"]],
    ["url", ["https://a.example/x", "http://a.example", "mailto:a@b.example"]],
    ["price", ["5.20", 5, "0", "1299.00"]],
    ["currency", ["EUR", "USD", "JPY"]],
    ["rating", ["4.5", 4, "80%", "4/5"]],
    ["whole", ["12", 0]],
    ["latitude", ["52.52", -90]],
    ["yes_or_no", [true, "false", "https://schema.org/True"]],
    ["language", ["en", "pt-BR", "zh-Hant"]],
    ["email", ["a@b.example", "mailto:a@b.example"]],
    ["gtin", ["4006381333931", "96385074", 614141007349]],
    ["one of availability", ["https://schema.org/InStock", "http://schema.org/OutOfStock", "InStock"]],
    ["one of employment", ["FULL_TIME"]],
  ];
  const wrong: [ValueKind, unknown[]][] = [
    ["date", ["14.03.2026", "2026-13-01", "2026-02-30", "March 14", "", "2026-03-14T25:00Z"]],
    ["duration", ["30 minutes", "PT", "P", "1H", "PT30"]],
    ["time", ["9am", "25:00"]],
    ["url", ["/x", "a.example/x", "not an address", "javascript:alert(1)"]],
    ["price", ["$5.20", "5,20", "1,299.00", "-1", "free", ""]],
    ["currency", ["eur", "€", "Euro", "XXXX"]],
    ["rating", ["4,5", "great"]],
    ["whole", ["1.5", "-2", "many"]],
    ["latitude", ["91", "52,5", "N52"]],
    ["yes_or_no", ["yes", 1]],
    ["language", ["english_language", ""]],
    ["email", ["a at b"]],
    ["gtin", ["4006381333932", "123"]],
    ["one of availability", ["plenty", "https://schema.org/Available"]],
    ["one of employment", ["Full time"]],
  ];
  it.each(right)("of kind %s are taken", (kind, values) => {
    expect(values.filter((value) => faultOf(value as string, kind) !== null)).toEqual([]);
  });
  it.each(wrong)("of kind %s are refused with a way to mend them", (kind, values) => {
    const faults = values.map((value) => faultOf(value as string, kind));
    expect(faults.filter((fault) => fault === null)).toEqual([]);
    expect(faults.every((fault) => fault?.mend && fault.why)).toBe(true);
  });
});

describe("what a list of properties can't say", () => {
  it.each([
    ["a trail of one step", { "@type": "BreadcrumbList", itemListElement: [step(1)] }, "error itemListElement"],
    [
      "a step without address",
      { "@type": "BreadcrumbList", itemListElement: [step(1, { item: undefined }), step(2)] },
      "error itemListElement[0].item",
    ],
    ["steps out of order", { "@type": "BreadcrumbList", itemListElement: [step(2), step(1)] }, "warning itemListElement"],
    ["a description that says nothing", { "@type": "Dataset", name: "A", description: "Data." }, "error description"],
    [
      "a job from home, from nowhere",
      { "@type": "JobPosting", ...GOOD.JobPosting, jobLocation: undefined, jobLocationType: "TELECOMMUTE" },
      "error applicantLocationRequirements",
    ],
    ["a search box", { "@type": "WebSite", ...GOOD.WebSite, potentialAction: { "@type": "SearchAction" } }, "notice potentialAction"],
    ["its own stars", { "@type": "Bakery", ...GOOD.LocalBusiness, aggregateRating: RATING }, "notice aggregateRating"],
  ])("%s", (_, given, expected) => {
    expect(told(given)).toContain(expected);
  });
});
