import { found, type Rule, shown } from "../rule";

const OLD: Record<string, string> = {
  "x-xss-protection": "No browser needs it any more, and in old ones it opened holes of its own.",
  "public-key-pins": "Browsers gave it up; a slip with it used to lock visitors out for months.",
  "expect-ct": "Browsers check certificates' logs without being asked now.",
  "x-webkit-csp": "It was a forerunner of Content-Security-Policy.",
  "x-content-security-policy": "It was a forerunner of Content-Security-Policy.",
};

export const outdated: Rule = {
  id: "outdated",
  title: "Carries no old baggage",
  what: "Told, and no part of the grade.",
  points: 0,
  mark: ({ headers }) => {
    const findings = Object.entries(OLD).flatMap(([name, why]) => {
      const value = headers[name];
      // 0 switches the old filter off, which is what one wants.
      if (!value || (name === "x-xss-protection" && value.trim().startsWith("0"))) return [];
      return [
        found("notice", `outdated.${name}`, "This header is out of use.", {
          where: `${name}: ${shown(value)}`,
          why,
          mend: "Leave it out.",
        }),
      ];
    });
    return { share: null, findings };
  },
};
