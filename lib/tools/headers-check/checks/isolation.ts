import type { Finding } from "../../../web/schema";
import { found, type Rule, shown } from "../rule";

type Part = { id: string; header: string; good: readonly string[]; what: string; mend: string };

const PARTS: readonly Part[] = [
  {
    id: "coop",
    header: "cross-origin-opener-policy",
    good: ["same-origin", "same-origin-allow-popups", "noopener-allow-popups"],
    what: "keeps windows that open it, or that it opens, at a distance",
    mend: "Send Cross-Origin-Opener-Policy: same-origin (or same-origin-allow-popups where it signs in through a window).",
  },
  {
    id: "corp",
    header: "cross-origin-resource-policy",
    good: ["same-origin", "same-site", "cross-origin"],
    what: "says who may load it as a piece of their own page",
    mend: "Send Cross-Origin-Resource-Policy: same-origin, or same-site where other hosts of yours load it.",
  },
  {
    id: "coep",
    header: "cross-origin-embedder-policy",
    good: ["require-corp", "credentialless"],
    what: "takes in nothing that did not agree to be taken in",
    mend: "Send Cross-Origin-Embedder-Policy: credentialless if everything that the page loads can do with it.",
  },
];

export const isolation: Rule = {
  id: "isolation",
  title: "Keeps to itself",
  what: "A third of the points each for Cross-Origin-Opener-Policy, -Resource-Policy and -Embedder-Policy with a value that does something.",
  points: 3,
  mark: ({ headers }) => {
    const findings = PARTS.map((part) => look(part, headers[part.header]));
    return { share: findings.filter(({ severity }) => severity === "pass").length / PARTS.length, findings };
  },
};

function look({ id, header, good, what, mend }: Part, value: string | undefined): Finding {
  const name = `isolation.${id}`;
  const plain = (value ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (good.includes(plain)) return found("pass", name, `The page ${what}.`, { where: `${header}: ${shown(plain)}` });
  if (!value) return found("notice", name, `There is no header which ${what}.`, { where: header, mend });
  return found("notice", name, "This value changes nothing.", { where: `${header}: ${shown(value)}`, mend });
}
