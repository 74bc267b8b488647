import { found, marked, type Rule, shown } from "../rule";

const YEAR = 31_536_000;
const HALF_YEAR = 15_552_000;
const WHERE = "strict-transport-security";
const WHY = "Without it, the first step of a visit can be bent to http by whoever sits on the wire.";
const MEND = "Send Strict-Transport-Security: max-age=31536000; includeSubDomains";

export const hsts: Rule = {
  id: "hsts",
  title: "Stays on https",
  what: "All points for a year or more with includeSubDomains, 85 % without it, 70 % from half a year, 30 % for less, none without the header.",
  points: 15,
  mark: ({ url, headers, local }) => {
    const header = headers[WHERE];
    if (url.protocol !== "https:") {
      if (local)
        return marked(null, found("not_measured", "hsts", "Browsers take the header over https only, and this machine was asked without."));
      return marked(
        0,
        found("error", "hsts", "Browsers ignore the header over plain http.", {
          where: WHERE,
          why: WHY,
          mend: `Move to https, then: ${MEND}`,
        }),
      );
    }
    if (!header) return marked(0, found("error", "hsts", "There is no Strict-Transport-Security.", { where: WHERE, why: WHY, mend: MEND }));
    return byAge(header);
  },
};

function byAge(header: string) {
  // Of several, browsers read the first.
  const directives = (header.split(",")[0] ?? "").split(";").map((part) => part.trim().toLowerCase());
  const age = /^max-age\s*=\s*"?(\d{1,12})"?$/.exec(directives.find((part) => part.startsWith("max-age")) ?? "")?.[1];
  const where = `${WHERE}: ${shown(header)}`;
  if (age === undefined)
    return marked(0, found("error", "hsts", "It has no max-age that can be read, so browsers ignore it.", { where, why: WHY, mend: MEND }));
  const seconds = Number(age);
  if (seconds === 0) return marked(0, found("error", "hsts", "max-age=0 switches it off.", { where, why: WHY, mend: MEND }));
  const days = Math.floor(seconds / 86_400);
  if (seconds < HALF_YEAR)
    return marked(0.3, found("warning", "hsts", `It is forgotten after ${days} days.`, { where, why: WHY, mend: MEND }));
  if (seconds < YEAR) return marked(0.7, found("notice", "hsts", `It holds for ${days} days; a year is usual.`, { where, mend: MEND }));
  if (directives.includes("includesubdomains"))
    return marked(1, found("pass", "hsts", `It holds for ${days} days, for every name below.`, { where }));
  return marked(
    0.85,
    found("notice", "hsts", "Names below this one are not covered.", {
      where,
      why: "A cookie of the whole domain could be read through one of them.",
      mend: MEND,
    }),
  );
}
