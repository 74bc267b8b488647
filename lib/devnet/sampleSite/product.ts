import { type Answer, page } from "./page";

/** A product whose structured data has errors: no price currency, a rating out of its range, a date that is none. */
export function product(origin: string): Answer {
  const loaf = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: "Rye loaf",
    offers: { "@type": "Offer", price: "five euros", availability: "plenty", priceValidUntil: "next week" },
    aggregateRating: { "@type": "AggregateRating", ratingValue: "7.2", bestRating: "5" },
    review: { "@type": "Review", reviewBody: "Heavy, in a good way." },
  };
  const broken = `<script type="application/ld+json">{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [}</script>\n`;
  return page(
    origin,
    {
      title: "Rye loaf, 1 kg, baked every morning on stone",
      description:
        "A dark loaf of whole rye, raised by a starter that is older than the shop and baked for an hour on stone. It keeps for a week.",
      path: "/product",
      ogType: "product",
      data: [loaf],
      extra: broken,
    },
    `<h1>Rye loaf</h1>
<img src="/loaf.png" width="320" height="180" alt="A dark rye loaf, cut open">
<p>Whole rye, water, salt. One kilogram, an hour on hot stone, and a week on your table if you let it. Best on the second day,
with salted butter. It costs <b>5.20</b> and is sold in whole loaves and halves.</p>
<h2>What is in it</h2>
<table><thead><tr><th>For 100 g</th><th>Amount</th></tr></thead>
<tbody><tr><td>Energy</td><td>880 kJ</td></tr><tr><td>Fibre</td><td>8.1 g</td></tr><tr><td>Salt</td><td>1.2 g</td></tr></tbody></table>
<div itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="5.20">5.20</span> <span itemprop="priceCurrency">EUR</span></div>`,
  );
}
