import { catalog } from "@/lib/tools/catalog";
import { skeletonOf } from "./skeletonOf";

/** The market's own: whatever holds it would be taken for the market. */
const MARKET = "coinslot";

/** Whom a buyer would trust for their name. As a word of a handle or a name, too. */
const TRUSTED = ["official", "openai", "anthropic", "coinbase", "usdc", "admin", "moderator"];

/** The same, as the whole of a handle or a name only: they are common words beside others. */
const TRUSTED_ALONE = ["x402", "circle", "base", "ethereum", "support", "security", "staff", "team", "help", "abuse", "root", "system"];

/** Places of this site and its routes. */
const PLACES = [
  ...["api", "www", "docs", "chat", "tools", "g", "v1", "quote", "doctor", "mcp", "payments", "sellers", "seller", "operator", "market"],
  ...["dashboard", "settings", "listings", "refunds", "disputes", "webhooks", "keys", "explorer", "catalog", "auth", "health", "chain"],
  ...[
    "devnet",
    "facilitator",
    "models",
    "openapi",
    "llms",
    "static",
    "status",
    "legal",
    "about",
    "blog",
    "mail",
    "null",
    "undefined",
    "me",
  ],
  ...catalog.map(({ slug }) => slug.split("/")[0] ?? slug),
];

const bySkeleton = (words: readonly string[]) => new Map(words.map((word) => [skeletonOf(word), word]));
const HANDLES = bySkeleton([...PLACES, ...TRUSTED_ALONE, ...TRUSTED]);
const NAMES = bySkeleton([...TRUSTED_ALONE, ...TRUSTED]);
const WORDS = bySkeleton(TRUSTED);
const MARKET_SKELETON = skeletonOf(MARKET);

/** The reserved word that a handle or a name is, holds, or could be taken for; null where there is none. */
export function reservedIn(text: string, kind: "handle" | "name"): string | null {
  const skeleton = skeletonOf(text);
  if (skeleton.includes(MARKET_SKELETON)) return MARKET;
  const whole = (kind === "handle" ? HANDLES : NAMES).get(skeleton);
  if (whole) return whole;
  const words = text.normalize("NFKC").split(/[^\p{L}\p{N}\p{M}@$|!]+/u);
  return words.map((word) => WORDS.get(skeletonOf(word))).find(Boolean) ?? null;
}
