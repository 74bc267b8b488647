import { withBody } from "../pageSpec";
import type { Fault } from "./fault";

const more = (html: string | ((origin: string) => string)) =>
  withBody((origin) => ({ more: typeof html === "string" ? html : html(origin) }));
const many = (count: number) => Array.from({ length: count }, (_, n) => `<a href="/rolls?n=${n}">Roll ${n}</a>`).join(" ");
const gone = { replies: { "/gone": () => ({ status: 404 }) } };

export const LINKS: readonly Fault[] = [
  { id: "link-names", page: more('<a href="/rolls"></a>'), twin: { page: more('<a href="/rolls" aria-label="Rolls"></a>') } },
  { id: "link-words", page: more('For rolls <a href="/rolls">click here</a>.') },
  {
    id: "link-words",
    page: more('<p lang="de"><a href="/rolls">Mehr …</a></p>'),
    twin: { page: more('<p lang="de"><a href="/rolls">Mehr Brötchen</a></p>') },
  },
  {
    id: "link-crawlable",
    page: more('<a href="javascript:void(0)">Rolls</a>'),
    twin: { page: more('<a href="mailto:us@site.test">Write to us</a>') },
  },
  { id: "link-crawlable", page: more('<a onclick="go()">Rolls</a>'), twin: { page: more("<a>Rolls, some day</a>") } },
  { id: "link-crawlable", page: more('<a href="https://">Rolls</a>') },
  {
    id: "links-inside",
    page: withBody({ menu: "", pictureLink: "" }),
    also: [],
  },
  { id: "links-count", page: more(many(401)), twin: { page: more(many(300)) } },
  { id: "links-nofollow", page: more('<a rel="nofollow" href="/rolls">Our rolls</a>') },
  {
    id: "links-fragments",
    page: more('<a href="#cellar">The cellar</a>'),
    twin: { page: more('<a href="#cellar">The cellar</a><a name="cellar"></a>') },
  },
  {
    id: "links-secure",
    page: more((origin) => `<a href="${origin.replace("https:", "http:")}/rolls">Rolls</a>`),
    also: ["links-out-answer"],
  },
  { id: "links-answer", page: more('<a href="/gone">Last year</a>'), site: gone },
  {
    id: "links-direct",
    page: more('<a href="/was">Rolls</a>'),
    site: { replies: { "/was": () => ({ status: 301, headers: { location: "/rolls" } }) } },
  },
  {
    id: "links-out-answer",
    page: withBody((origin) => ({ outside: `<a href="${origin.replace(/\/\/[^:]+/, "//mill.site.test")}/closed">The mill</a>` })),
  },
  {
    id: "links-out-answer",
    page: withBody((origin) => ({ outside: `<a href="${origin.replace(/\/\/[^:]+/, "//nowhere.test")}/">The mill</a>` })),
  },
];
