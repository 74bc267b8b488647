import type { SiteSpec } from "../faultSite";
import { withBody } from "../pageSpec";
import type { Fault } from "./fault";

const picture = (attributes: string) => withBody({ more: `<img src="/loaf.png" width="32" height="32" ${attributes}>` });
const gallery = (lazy: boolean) =>
  withBody({
    more: Array.from(
      { length: 9 },
      (_, n) => `<img src="/loaf.png?${n}" alt="Loaf ${n}" width="32" height="18"${lazy ? ' loading="lazy"' : ""}>`,
    ).join(""),
  });
/** What HEAD tells is all that is asked of a picture. */
const loaf = (bytes: number, type = "image/png", status = 200): SiteSpec => ({
  replies: { "/loaf.png": () => ({ status, headers: { "content-type": type }, body: Buffer.alloc(bytes) }) },
});

export const IMAGES: readonly Fault[] = [
  { id: "image-alt", page: picture(""), twin: { page: picture('alt=""') } },
  { id: "image-alt", page: picture('alt=" "'), twin: { page: picture('role="presentation"') } },
  {
    id: "image-link-alt",
    page: withBody({ pictureLink: '<a href="/rolls"><img src="/roll.png" alt="" width="32" height="32"></a>' }),
    also: ["link-names"],
  },
  { id: "image-alt-telling", page: picture('alt="IMG_20260514.jpg"'), twin: { page: picture('alt="A loaf in May"') } },
  { id: "image-alt-telling", page: picture(`alt="${"a loaf, ".repeat(30)}"`) },
  { id: "image-source", page: withBody({ more: '<img alt="A loaf" width="1" height="1">' }) },
  { id: "image-dimensions", page: withBody({ more: '<img src="/loaf.png" alt="A loaf">' }) },
  {
    id: "image-lazy-first",
    page: withBody({ picture: '<img src="/loaf.png" alt="A loaf" width="320" height="180" loading="lazy">' }),
  },
  { id: "image-lazy", page: gallery(false), twin: { page: gallery(true) } },
  { id: "image-answers", site: loaf(10, "text/html", 404) },
  { id: "image-weight", site: loaf(600_000, "image/jpeg"), twin: { site: loaf(100_000, "image/jpeg") } },
  { id: "image-format", site: loaf(300_000), twin: { site: loaf(300_000, "image/webp") } },
  { id: "image-format", site: loaf(3_000, "image/bmp") },
];
