/** A page in named pieces, so that a fault is one piece changed and its twin the same page without that change. */
export type PageSpec = {
  doctype: string;
  /** Attributes of the first element. */
  root: string;
  head: Record<string, string>;
  body: Record<string, string>;
  status: number;
  headers: Record<string, string>;
  packed: boolean;
  encode: (text: string) => Buffer;
};

export type Change = (page: PageSpec, origin: string) => PageSpec;

const OVENS = `<p>Every evening we mix flour, water and salt, and leave the dough alone until the morning. Nothing else goes in, and nothing is hurried.
A day of rest gives the bread its open crumb and a crust that stays crisp until the evening after.</p>
<h2 id="ovens">What comes out of the ovens</h2>
<p>The first oven is for rye. Its stones hold the heat longest, so the heavy loaves go in before dawn and come out at half past six.
The second bakes wheat and spelt, four rounds in a morning. The third is small and belongs to whoever has an idea: seeded rolls in one week,
plum cake in the next. Whatever is left at noon goes to the school across the street, and what is left there goes to its hens, who are said to
prefer the spelt. People ask for the secret of the crust, and are a little sad to hear that there is none: the stones are hot, and nobody hurries.</p>`;
const SHOP = `<p>The shop stands opposite the old weighing house, three steps below the street, because the street was raised and the house was not.
You smell it before you see it. On Tuesdays there is a queue, on Saturdays there are two, and the one on the left is not faster.</p>
<h2 id="ovens">Who works here</h2>
<p>Mara keeps the books and the sourdough, in that order when the tax office writes and in the other on all other days. Jonas drives the van,
which is older than he is and starts more willingly. Two apprentices are learning to shape a loaf without looking at their hands; one of them can do
it already and will not say since when. Visitors may look into the bakery from the gallery upstairs as long as they keep their coats on, since the
door to the yard is always open and the wind comes straight down from the hills, bringing whatever the weather has to say about it.</p>`;
const ROLLS = `<p>A roll is a small loaf that has no time. Ours are shaped at four, rest for an hour under a cloth, and are in their bags by six, still
warm enough to fog the paper. We make them with poppy, with sesame, with sunflower seeds, and plain for children who pick everything off.</p>
<h2 id="ovens">How to keep them until supper</h2>
<p>Not in the refrigerator, where they turn stale faster than on the table. Put them into a linen bag, close it loosely, and hang it where you would
hang a coat. Before you eat them, pass each one quickly under running water and put it into a hot oven for five minutes. If some are left on the
next day, cut them into slices, dry them, and keep them in a jar for soups. Nobody has ever thrown one of them away and told us about it.</p>`;

export function goodPage(origin: string, path: string): PageSpec {
  const url = `${origin}${path}`;
  const name =
    path === "/bread" ? "rye bread" : path === "/" ? "the bakery" : `things at ${path.replaceAll(/\W+/g, " ").trim().slice(0, 20)}`;
  const title = `All about ${name} in our village`;
  const description = `What ${name} is made of, when it is ready, and where to get it while it is still warm: told by those who bake it.`;
  return {
    doctype: "<!doctype html>",
    root: 'lang="en"',
    head: {
      charset: '<meta charset="utf-8">',
      viewport: '<meta name="viewport" content="width=device-width, initial-scale=1">',
      title: `<title>${title}</title>`,
      description: `<meta name="description" content="${description}">`,
      canonical: `<link rel="canonical" href="${url}">`,
      icon: '<link rel="icon" href="/favicon.ico">',
      style: '<link rel="stylesheet" href="/style.css">',
      script: '<script src="/script.js" defer></script>',
      ogTitle: `<meta property="og:title" content="${title}">`,
      ogType: '<meta property="og:type" content="website">',
      ogUrl: `<meta property="og:url" content="${url}">`,
      ogImage: `<meta property="og:image" content="${origin}/card.png">`,
      ogDescription: `<meta property="og:description" content="${description}">`,
      twitter: '<meta name="twitter:card" content="summary_large_image">',
      data: jsonLd({
        "@context": "https://schema.org",
        "@type": "WebSite",
        name: "The bakery",
        url: `${origin}/`,
      }),
    },
    body: {
      menu: '<nav><a href="/">The bakery</a> <a href="/bread">Rye bread</a> <a href="/rolls">Seeded rolls</a> <a href="#ovens">The ovens</a></nav>',
      h1: `<h1>All about ${name}</h1>`,
      text: path === "/" ? SHOP : path === "/rolls" ? ROLLS : OVENS,
      picture: '<img src="/loaf.png" alt="A round loaf on a board" width="320" height="180">',
      pictureLink: '<a href="/rolls"><img src="/roll.png" alt="To the rolls" width="32" height="32"></a>',
      outside: `<p>Our flour comes from <a href="${origin.replace(/\/\/[^:/]+/, "//mill.site.test")}/">the mill by the river</a>.</p>`,
      form: '<form action="/order"><label for="n">Name</label><input id="n" name="n"><button>Order a loaf</button></form>',
      frame: '<iframe src="/map" title="The way to the bakery"></iframe>',
    },
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "max-age=60",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'self'",
    },
    packed: true,
    encode: (text) => Buffer.from(text),
  };
}

export function htmlOf({ doctype, root, head, body }: PageSpec): string {
  const lines = (pieces: Record<string, string>) => Object.values(pieces).join("\n");
  return `${doctype}\n<html ${root}>\n<head>\n${lines(head)}\n</head>\n<body>\n${lines(body)}\n</body>\n</html>\n`;
}

export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
}

/** The page with these pieces of its head instead, or beside what it has. */
export const withHead =
  (pieces: Record<string, string> | ((origin: string) => Record<string, string>)): Change =>
  (page, origin) => ({ ...page, head: { ...page.head, ...(typeof pieces === "function" ? pieces(origin) : pieces) } });

export const withBody =
  (pieces: Record<string, string> | ((origin: string) => Record<string, string>)): Change =>
  (page, origin) => ({ ...page, body: { ...page.body, ...(typeof pieces === "function" ? pieces(origin) : pieces) } });

/** An empty text takes the header away. */
export const withHeaders =
  (headers: Record<string, string>): Change =>
  (page) => ({ ...page, headers: Object.fromEntries(Object.entries({ ...page.headers, ...headers }).filter(([, value]) => value !== "")) });

export const both =
  (...changes: Change[]): Change =>
  (page, origin) =>
    changes.reduce((changed, change) => change(changed, origin), page);
