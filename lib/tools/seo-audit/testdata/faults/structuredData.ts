import { jsonLd, withBody, withHead } from "../pageSpec";
import type { Fault } from "./fault";

const CONTEXT = "https://schema.org";
const data = (value: unknown) => withHead({ data: jsonLd(value) });
const offer = { "@type": "Offer", price: "5.20", priceCurrency: "EUR", availability: "https://schema.org/InStock" };
const loaf = (more: object) =>
  data({ "@context": CONTEXT, "@type": "Product", name: "Rye", image: "https://mill.site.test/loaf.png", description: "Dark.", ...more });
const article = {
  "@context": CONTEXT,
  "@type": "NewsArticle",
  headline: "Rye is back",
  image: "https://mill.site.test/loaf.png",
  datePublished: "2026-05-14",
  author: { "@type": "Person", name: "Mara" },
};

export const STRUCTURED_DATA: readonly Fault[] = [
  {
    id: "data-present",
    page: withHead({ data: "" }),
    twin: { page: withBody({ more: '<p itemscope itemtype="https://schema.org/Person"><span itemprop="name">Mara</span></p>' }) },
  },
  { id: "data-parses", page: data('{"@context": "https://schema.org", "@type": "WebSite",}') },
  { id: "data-context", page: data({ "@type": "WebSite", name: "The bakery", url: "https://mill.site.test/" }) },
  { id: "data-type", page: data({ "@context": CONTEXT, name: "The bakery" }) },
  { id: "data-required", page: loaf({}), twin: { page: loaf({ offers: offer }) } },
  {
    id: "data-required",
    page: data({ "@context": CONTEXT, "@graph": [{ "@type": "Event", name: "Fair", startDate: "2026-05-01" }] }),
    also: ["data-recommended"],
  },
  { id: "data-recommended", page: data({ ...article, image: undefined }), twin: { page: data(article) } },
  {
    id: "data-values",
    page: data({ ...article, datePublished: "last May" }),
    twin: { page: data({ ...article, datePublished: "2026-05-14T08:00:00+02:00" }) },
  },
  { id: "data-values", page: loaf({ offers: { ...offer, price: "5,20 EUR" } }) },
  {
    id: "data-values",
    page: loaf({ aggregateRating: { "@type": "AggregateRating", ratingValue: 9, ratingCount: 3 } }),
    twin: { page: loaf({ aggregateRating: { "@type": "AggregateRating", ratingValue: 9, bestRating: 10, ratingCount: 3 } }) },
  },
  { id: "data-values", page: data({ "@context": CONTEXT, "@type": "WebSite", name: "The bakery", url: "/home" }) },
];
