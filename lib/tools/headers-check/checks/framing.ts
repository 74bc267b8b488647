import { found, marked, type Rule, shown } from "../rule";

const WHY = "Another site can show this page inside its own and have its visitors click on it unknowingly.";
const MEND = "Send Content-Security-Policy: frame-ancestors 'self' (or 'none'), and X-Frame-Options: DENY for old browsers.";
/** Anybody at all, under one scheme or another. */
const ANYBODY = new Set(["*", "http:", "https:", "http://*", "https://*"]);

export const framing: Rule = {
  id: "framing",
  title: "Can't be framed by strangers",
  what: "All points for frame-ancestors that names who may, or X-Frame-Options DENY or SAMEORIGIN; none for anybody, for nothing, or for values that browsers ignore.",
  points: 15,
  mark: ({ headers }) => {
    const ancestors = ancestorsOf(headers["content-security-policy"] ?? "");
    const frame = headers["x-frame-options"];
    if (ancestors) {
      const where = `content-security-policy: ${shown(`frame-ancestors ${ancestors.join(" ")}`)}`;
      if (!ancestors.some((source) => ANYBODY.has(source)))
        return marked(1, found("pass", "framing", "Only those named may frame the page.", { where }));
      return marked(0, found("error", "framing", "Anybody may frame the page.", { where, why: WHY, mend: MEND }));
    }
    if (!frame)
      return marked(
        0,
        found("error", "framing", "Nothing keeps others from framing the page.", { where: "x-frame-options", why: WHY, mend: MEND }),
      );
    const where = `x-frame-options: ${shown(frame)}`;
    const values = [...new Set(frame.split(",").map((value) => value.trim().toUpperCase()))];
    const [only] = values;
    if (values.length === 1 && (only === "DENY" || only === "SAMEORIGIN"))
      return marked(1, found("pass", "framing", "Strangers may not frame the page.", { where }));
    return marked(
      0,
      found("error", "framing", "Browsers ignore this value, so anybody may frame the page.", { where, why: WHY, mend: MEND }),
    );
  },
};

/** Of several policies all hold; the first that speaks of it is told. */
function ancestorsOf(policies: string): string[] | null {
  for (const directive of policies.split(/[;,]/, 500)) {
    const [name, ...sources] = directive.trim().toLowerCase().split(/\s+/, 200);
    if (name === "frame-ancestors") return sources.length > 0 ? sources : ["'none'"];
  }
  return null;
}
