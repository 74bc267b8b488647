import { withBody, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

const repeat = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n)).join("\n");
const words = repeat(
  60,
  (n) => `<p>The ${n}th loaf went to the ${n * 3}rd house, where somebody was already at the door with a basket and a story to tell.</p>`,
);

export const PERFORMANCE: readonly Fault[] = [
  { id: "compression", page: (page) => ({ ...page, packed: false }) },
  { id: "html-size", page: withBody({ more: words.repeat(45) }), also: ["element-count"] },
  { id: "cache-headers", page: withHeaders({ "cache-control": "" }), twin: { page: withHeaders({ "cache-control": "", etag: '"1"' }) } },
  {
    id: "blocking-scripts",
    page: withHead({ scripts: repeat(3, (n) => `<script src="/s${n}.js"></script>`) }),
    twin: { page: withHead({ scripts: repeat(3, (n) => `<script src="/s${n}.js" ${["async", "defer", 'type="module"'][n]}></script>`) }) },
  },
  {
    id: "blocking-styles",
    page: withHead({ sheets: repeat(5, (n) => `<link rel="stylesheet" href="/s${n}.css">`) }),
    twin: { page: withHead({ sheets: repeat(5, (n) => `<link rel="stylesheet" href="/s${n}.css" media="print">`) }) },
  },
  {
    id: "element-count",
    page: withBody({ more: repeat(1_600, (n) => `<b>${n} loaves of rye bread,</b>`) }),
    twin: { page: withBody({ more: words }) },
  },
  {
    id: "element-depth",
    page: withBody({ more: `${"<div>".repeat(40)}deep${"</div>".repeat(40)}` }),
    twin: { page: withBody({ more: `${"<div>".repeat(20)}deep${"</div>".repeat(20)}` }) },
  },
  { id: "inline-scripts", page: withBody({ more: `${words}<script>${"a();".repeat(30_000)}</script>` }) },
  { id: "inline-styles", page: withBody({ more: `${words}<style>${"a{b:c}\n".repeat(10_000)}</style>` }) },
  {
    id: "script-hosts",
    page: withBody({ more: repeat(9, (n) => `<script src="https://h${n}.site.test/a.js"></script>`) }),
    twin: { page: withBody({ more: repeat(9, (n) => `<script src="https://h1.site.test/${n}.js"></script>`) }) },
  },
];
