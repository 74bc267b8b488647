import { found, marked, type Rule, shown } from "../rule";

const WHERE = "referrer-policy";
const CAREFUL = new Set(["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]);
const LOOSE = new Set(["origin", "origin-when-cross-origin", "no-referrer-when-downgrade"]);
const WHY = "Addresses with ids and search words go out to every site that the page links to or loads from.";
const MEND = "Send Referrer-Policy: strict-origin-when-cross-origin";

export const referrer: Rule = {
  id: "referrer",
  title: "Tells other sites little",
  what: "All points for a careful value, half for a loose one or for none at all (browsers then have a careful default of their own), none for unsafe-url.",
  points: 8,
  mark: ({ headers }) => {
    const value = headers[WHERE];
    if (!value)
      return marked(
        0.5,
        found("notice", "referrer", "There is no Referrer-Policy; the browser's own default holds.", { where: WHERE, mend: MEND }),
      );
    const where = `${WHERE}: ${shown(value)}`;
    // Browsers take the last one that they know.
    const known = value
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => CAREFUL.has(part) || LOOSE.has(part) || part === "unsafe-url");
    const last = known.at(-1);
    if (!last) return marked(0.5, found("warning", "referrer", "Browsers know none of these values.", { where, mend: MEND }));
    if (CAREFUL.has(last)) return marked(1, found("pass", "referrer", "Other sites learn the site's name at most.", { where }));
    if (LOOSE.has(last)) return marked(0.5, found("warning", "referrer", "More is told than is needed.", { where, why: WHY, mend: MEND }));
    return marked(0, found("error", "referrer", "Every other site learns the whole address.", { where, why: WHY, mend: MEND }));
  },
};
