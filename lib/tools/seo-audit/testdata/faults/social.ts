import { picture } from "@/lib/devnet/sampleSite/picture";
import { withHead } from "../pageSpec";
import type { Fault } from "./fault";

const SMALL = picture(200, 100);

export const SOCIAL: readonly Fault[] = [
  { id: "og-complete", page: withHead({ ogType: "" }) },
  {
    id: "og-complete",
    page: withHead({ ogImage: "", twitterImage: '<meta name="twitter:image" content="https://mill.site.test/card.png">' }),
  },
  { id: "og-description", page: withHead({ ogDescription: "" }) },
  { id: "og-image-absolute", page: withHead({ ogImage: '<meta property="og:image" content="/card.png">' }) },
  { id: "og-image-answers", site: { replies: { "/card.png": () => ({ status: 404 }) } } },
  { id: "og-image-answers", site: { replies: { "/card.png": () => ({ headers: { "content-type": "text/html" }, body: "<p>No</p>" }) } } },
  { id: "og-image-size", site: { replies: { "/card.png": () => ({ headers: { "content-type": "image/png" }, body: SMALL }) } } },
  { id: "og-url-true", page: withHead((origin) => ({ ogUrl: `<meta property="og:url" content="${origin}/rolls">` })) },
  { id: "twitter-card", page: withHead({ twitter: "" }) },
  { id: "twitter-card", page: withHead({ twitter: '<meta name="twitter:card" content="huge">' }) },
  { id: "twitter-complete", page: withHead({ ogTitle: "" }), also: ["og-complete"] },
];
