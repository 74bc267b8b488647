/** What the sample site answers at one path. */
export type Answer = { status?: number; type: string; headers?: Record<string, string | string[]>; body: string | Buffer };

export type Head = {
  title: string;
  description: string;
  path: string;
  lang?: string;
  image?: string;
  ogType?: string;
  /** JSON-LD objects. */
  data?: object[];
  extra?: string;
};

const STYLE = `body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:0 auto;padding:1rem;color:#2b2118;background:#fdf8f1}
nav a{margin-right:1rem}img{max-width:100%;height:auto;border-radius:6px}footer{margin-top:3rem;border-top:1px solid #d8c7b0;font-size:.85rem}`;

const MENU = [
  { href: "/", label: "Bread" },
  { href: "/article", label: "Journal" },
  { href: "/product", label: "Rye loaf" },
  { href: "/opening-hours.pdf", label: "Opening hours (PDF)" },
];

/** A page that has what a page should have. */
export function page(origin: string, head: Head, content: string): Answer {
  const { title, description, path, lang = "en", image = "/loaf.png", ogType = "website", data = [], extra = "" } = head;
  const url = `${origin}${path}`;
  const body = `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${url}">
<link rel="icon" type="image/png" href="/icon.png" sizes="32x32">
<meta name="theme-color" content="#8a5a2b">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="${ogType}">
<meta property="og:url" content="${url}">
<meta property="og:image" content="${origin}${image}">
<meta property="og:site_name" content="Three Ovens Bakery">
<meta name="twitter:card" content="summary_large_image">
${extra}<style>${STYLE}</style>
${data.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`).join("\n")}
</head>
<body>
<header><nav aria-label="Main">${MENU.map(({ href, label }) => `<a href="${href}">${label}</a>`).join("")}</nav></header>
<main>
${content}
</main>
<footer><p>Three Ovens Bakery, Mill Lane 4. A made-up shop on the local chain, for trying out the tools of this market.</p></footer>
</body>
</html>
`;
  return { type: "text/html; charset=utf-8", body };
}
