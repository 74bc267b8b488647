import { both, type Change, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

type Set = Record<string, string>;
const FULL: Set = { en: "/bread", de: "/de/brot", "x-default": "/bread" };
const PAIR: Set = { en: "/bread", "en-GB": "/rolls", "x-default": "/bread" };

const links = (set: Set, origin: string) =>
  Object.entries(set)
    .map(([code, path]) => `<link rel="alternate" hreflang="${code}" href="${path.startsWith("/") ? `${origin}${path}` : path}">`)
    .join("\n");
const languages = (set: Set): Change => withHead((origin) => ({ languages: links(set, origin) }));
const inHeaders =
  (set: Set): Change =>
  (page, origin) => {
    const link = Object.entries(set).map(([code, path]) => `<${origin}${path}>; rel="alternate"; hreflang="${code}"`);
    return withHeaders({ link: link.join(", ") })(page, origin);
  };
const twin = { page: languages(FULL) };

export const INTERNATIONAL: readonly Fault[] = [
  { id: "hreflang-codes", page: languages({ ...FULL, "xx-YY": "/de/brot" }), twin },
  {
    id: "hreflang-codes",
    page: languages({ ...FULL, "en-UK": "/uk/bread" }),
    twin: { page: languages({ ...FULL, "en-GB": "/uk/bread", "zh-Hant": "/zh/bread" }) },
  },
  { id: "hreflang-codes", page: inHeaders({ ...FULL, qq: "/de/brot" }), twin: { page: inHeaders(FULL) } },
  { id: "hreflang-absolute", page: languages({ ...FULL, fr: "pain" }), twin },
  {
    id: "hreflang-unique",
    page: both(
      languages(FULL),
      withHead((origin) => ({ again: links({ de: "/de/anderes-brot" }, origin) })),
    ),
    twin,
  },
  { id: "hreflang-self", page: languages({ de: "/de/brot", fr: "/fr/pain", "x-default": "/de/brot" }), twin },
  { id: "hreflang-default", page: languages({ en: "/bread", de: "/de/brot" }), twin },
  {
    id: "hreflang-canonical",
    page: both(
      languages(FULL),
      withHead((origin) => ({ canonical: `<link rel="canonical" href="${origin}/de/brot">` })),
    ),
    site: { pages: { "/de/brot": (page) => page } },
    also: ["canonical-self", "og-url-true"],
    twin,
  },
  { id: "hreflang-lang", page: languages({ de: "/bread", en: "/en/bread", "x-default": "/en/bread" }), twin },
  {
    id: "hreflang-return",
    pages: 3,
    page: languages(PAIR),
    twin: { page: languages(PAIR), site: { pages: { "/rolls": languages(PAIR) } } },
  },
];
