import type { Answer } from "./page";

/** What the site says to robots: some may everything, some little, one nothing. */
export function robots(origin: string): Answer {
  const body = `# Three Ovens Bakery
User-agent: *
Disallow: /private/
Disallow: /*?sort=
Allow: /private/opening

User-agent: Googlebot
User-agent: Bingbot
Disallow: /private/
Crawl-delay: 2

User-agent: GPTBot
Disallow: /
Allow: /article$

User-agent: CCBot
Disallow: /

User-agent: ClaudeBot
Disallow: /product

Sitemap: ${origin}/sitemap.xml
Dissalow: /typo
`;
  return { type: "text/plain; charset=utf-8", body };
}

/** The last address but one does not exist, and the last was never changed on that day. */
export function sitemap(origin: string): Answer {
  const entry = (path: string, changed: string) => `<url><loc>${origin}${path}</loc><lastmod>${changed}</lastmod></url>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entry("/", "2026-04-02")}
${entry("/de/", "2026-04-02")}
${entry("/article", "2026-04-02T09:30:00+02:00")}
${entry("/product", "2026-03-01")}
${entry("/missing", "2026-02-11")}
${entry("/faulty", "11.02.2026")}
</urlset>
`;
  return { type: "application/xml", body };
}

export function llms(origin: string): Answer {
  const body = `# Three Ovens Bakery

> A bakery on Mill Lane with three wood-fired ovens. It sells rye, spelt and wheat bread from Tuesday to Saturday.

## Pages

- [Bread](${origin}/): what is baked, and where the shop is
- [Journal](${origin}/article): how a sourdough starter is kept alive
- [Rye loaf](${origin}/product): what is in it and what it costs

## Optional

- [Opening hours](${origin}/opening-hours.pdf): one page, PDF
`;
  return { type: "text/plain; charset=utf-8", body };
}
