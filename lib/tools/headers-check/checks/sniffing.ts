import { found, marked, type Rule, shown } from "../rule";

const WHERE = "x-content-type-options";

export const sniffing: Rule = {
  id: "sniffing",
  title: "Is taken for what it says it is",
  what: "All points for nosniff, none otherwise.",
  points: 10,
  mark: ({ headers }) => {
    const value = headers[WHERE];
    const [first = ""] = (value ?? "").split(",");
    if (first.trim().toLowerCase() === "nosniff")
      return marked(1, found("pass", "sniffing", "Browsers don't guess its type.", { where: `${WHERE}: nosniff` }));
    return marked(
      0,
      found("error", "sniffing", value ? "Only nosniff means anything here." : "There is no X-Content-Type-Options.", {
        where: value ? `${WHERE}: ${shown(value)}` : WHERE,
        why: "A browser may take an uploaded picture or text for a script and run it.",
        mend: "Send X-Content-Type-Options: nosniff",
      }),
    );
  },
};
