import { found, marked, type Rule, shown } from "../rule";

/** Headers that exist to name software. */
const NAMES = [
  "x-powered-by",
  "x-aspnet-version",
  "x-aspnetmvc-version",
  "x-generator",
  "x-drupal-version",
  "x-php-version",
  "x-backend-server",
];

export const leaks: Rule = {
  id: "leaks",
  title: "Names none of its software",
  what: "A third less for each header that names software with its version, or exists for nothing else.",
  points: 3,
  mark: ({ headers }) => {
    const server = headers.server ?? "";
    const telling = NAMES.filter((name) => headers[name]);
    if (/\/\s?\d|\d\.\d/.test(server)) telling.unshift("server");
    if (telling.length === 0) return marked(1, found("pass", "leaks", "The headers name no versions."));
    const findings = telling.map((name) =>
      found("warning", `leaks.${name}`, "It says what software runs here.", {
        where: `${name}: ${shown(headers[name] ?? "")}`,
        why: "Whoever knows a hole in that version knows where to knock.",
        mend: name === "server" ? "Leave the version out." : "Leave the header out.",
      }),
    );
    return { share: Math.max(0, 1 - telling.length / 3), findings };
  },
};
