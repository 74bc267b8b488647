import { both, type Change, withBody, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

const root =
  (attributes: string): Change =>
  (page) => ({ ...page, root: attributes });
const title = (text: string) => withHead({ title: `<title>${text}</title>` });
const description = (text: string) => withHead({ description: `<meta name="description" content="${text}">` });
const GERMAN =
  "<p>Jeden Abend mischen wir Mehl, Wasser und Salz und lassen den Teig bis zum Morgen in Ruhe. Mehr kommt nicht hinein, und nichts wird beschleunigt.</p>";
const header = "content-type";
/** The charset named by the document alone, behind so much else. */
const late = (bytes: number) =>
  both(withHead({ charset: `<!--${"x".repeat(bytes)}--><meta charset="utf-8">` }), withHeaders({ [header]: "text/html" }));

export const HEAD: readonly Fault[] = [
  { id: "title-present", page: withHead({ title: "" }) },
  { id: "title-present", page: title("  ") },
  { id: "title-single", page: withHead({ second: "<title>Another title for the same page</title>" }) },
  { id: "title-length", page: title("Rye") },
  { id: "title-length", page: title("All about the rye bread of our village, its crust, its crumb and the people who bake it") },
  { id: "title-telling", page: title("Untitled document"), twin: { page: title("The document of rye") } },
  {
    id: "title-unique",
    pages: 3,
    page: title("All about things in our village"),
    site: { pages: { "/rolls": title("All about things in our village") } },
  },
  { id: "description-present", page: withHead({ description: "" }) },
  { id: "description-present", page: description("") },
  { id: "description-single", page: withHead({ second: '<meta name="description" content="Another one.">' }) },
  { id: "description-length", page: description("Rye bread.") },
  { id: "description-length", page: description("Rye bread, and more of it. ".repeat(8)) },
  {
    id: "description-unique",
    pages: 3,
    page: description("What our bread is made of, when it is ready, and where to get it still warm."),
    site: { pages: { "/rolls": description("What our bread is made of, when it is ready, and where to get it still warm.") } },
  },
  { id: "doctype", page: (page) => ({ ...page, doctype: "" }) },
  { id: "doctype", page: (page) => ({ ...page, doctype: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">' }) },
  {
    id: "viewport",
    page: withHead({ viewport: "" }),
    twin: { page: withHead({ viewport: '<meta name="viewport" content="initial-scale=1">' }) },
  },
  { id: "viewport", page: withHead({ viewport: '<meta name="viewport" content="width=1024">' }) },
  { id: "viewport-zoom", page: withHead({ viewport: '<meta name="viewport" content="width=device-width, user-scalable=no">' }) },
  { id: "viewport-zoom", page: withHead({ viewport: '<meta name="viewport" content="width=device-width, maximum-scale=1.0">' }) },
  { id: "charset-declared", page: both(withHead({ charset: "" }), withHeaders({ [header]: "text/html" })) },
  { id: "charset-early", page: late(1_200), twin: { page: late(100) } },
  { id: "charset-true", page: withHead({ charset: '<meta charset="windows-1251">' }) },
  {
    id: "charset-true",
    page: both(withBody({ more: "<p>Schöne Brötchen</p>" }), (page) => ({ ...page, encode: (text) => Buffer.from(text, "latin1") })),
    twin: { page: withBody({ more: "<p>Schöne Brötchen</p>" }) },
  },
  {
    id: "charset-utf8",
    page: both(
      withHead({ charset: '<meta charset="windows-1252">' }),
      withHeaders({ [header]: "text/html; charset=windows-1252" }),
      withBody({ more: "<p>Schöne Brötchen</p>" }),
      (page) => ({ ...page, encode: (text) => Buffer.from(text, "latin1") }),
    ),
  },
  {
    id: "head-whole",
    page: withHead({
      picture: '<img src="/loaf.png" alt="A loaf" width="1" height="1">',
      late: '<meta name="description" content="Late.">',
    }),
    twin: { page: withHead({ late: '<meta name="generator" content="by hand">' }) },
  },
  { id: "favicon", site: { replies: { "/favicon.ico": () => ({ status: 404 }) } } },
  {
    id: "favicon",
    page: withHead({ icon: '<link rel="shortcut icon" href="/icon.svg">' }),
    twin: {
      page: withHead({ icon: '<link rel="shortcut icon" href="/icon.svg">' }),
      site: { replies: { "/icon.svg": () => ({ headers: { "content-type": "image/svg+xml" }, body: "<svg/>" }) } },
    },
  },
  { id: "keywords", page: withHead({ keywords: '<meta name="keywords" content="bread, rye, bread">' }) },
  { id: "lang-present", page: root("") },
  { id: "lang-present", page: root('lang=""') },
  { id: "lang-valid", page: root('lang="english"'), twin: { page: root('lang="en-GB"') } },
  { id: "lang-valid", page: root('lang="en_US"') },
  {
    id: "lang-true",
    page: root('lang="de"'),
    twin: { page: both(root('lang="de"'), withBody({ text: GERMAN.repeat(5), h1: "<h1>Alles über das Brot</h1>" })) },
    twinAlso: ["links-fragments"],
  },
];
