import { both, withBody, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

const canonical = (href: string | ((origin: string) => string)) =>
  withHead((origin) => ({ canonical: `<link rel="canonical" href="${typeof href === "string" ? href : href(origin)}">` }));

export const CANONICAL: readonly Fault[] = [
  {
    id: "canonical-present",
    page: both(
      withHead({ canonical: "" }),
      withBody((origin) => ({ canonical: `<link rel="canonical" href="${origin}/bread">` })),
    ),
    also: ["head-whole"],
    twin: {
      page: both(withHead({ canonical: "" }), (page, origin) => withHeaders({ link: `<${origin}/bread>; rel="canonical"` })(page, origin)),
    },
  },
  { id: "canonical-valid", page: canonical("https://"), also: [] },
  { id: "canonical-valid", page: canonical("") },
  {
    id: "canonical-single",
    page: withHead((origin) => ({ second: `<link rel="canonical" href="${origin}/rolls">` })),
    twin: { page: withHead((origin) => ({ second: `<link rel="canonical" href="${origin}/bread">` })) },
  },
  { id: "canonical-absolute", page: canonical("/bread") },
  { id: "canonical-fragment", page: canonical((origin) => `${origin}/bread#crumb`) },
  { id: "canonical-self", page: canonical((origin) => `${origin}/rolls`), also: ["og-url-true"] },
  {
    id: "canonical-same-site",
    page: canonical((origin) => `${origin.replace(/\/\/[^:]+/, "//doubled.test")}/bread`),
    also: ["og-url-true"],
  },
  {
    id: "canonical-secure",
    page: canonical((origin) => `${origin.replace("https:", "http:")}/bread`),
    also: ["og-url-true"],
  },
  {
    id: "canonical-answers",
    page: canonical((origin) => `${origin}/missing`),
    also: ["canonical-self", "og-url-true"],
    twin: { page: canonical((origin) => `${origin}/rolls`) },
    twinAlso: ["canonical-self", "og-url-true"],
  },
  {
    id: "canonical-direct",
    page: canonical((origin) => `${origin}/moved`),
    site: { replies: { "/moved": () => ({ status: 301, headers: { location: "/rolls" } }) } },
    also: ["canonical-self", "og-url-true"],
    twin: { page: canonical((origin) => `${origin}/rolls`) },
    twinAlso: ["canonical-self", "og-url-true"],
  },
];
