import { finding } from "../../../web/finding";
import type { RobotsDirective } from "../../../web/head/robotsDirectives";
import { marked, type Rule } from "../rule";

export const robots: Rule = {
  id: "robots",
  title: "Robots that read for answers are let in",
  what: "The share of AI search engines and of robots that read at a person's wish which robots.txt lets in. Training is a choice and counts for nothing.",
  points: 25,
  mark: ({ bots, robots: file }) => {
    const readers = bots.filter(({ purpose }) => purpose !== "ai_training");
    const shut = readers.filter(({ verdict }) => verdict === "disallowed");
    if (shut.length === 0)
      return marked(1, finding("pass", "robots.open", "Every robot that reads for answers is let in.", { where: file.url }));
    const [first] = shut;
    const names = shut.map(({ name }) => name).join(", ");
    return marked(
      1 - shut.length / readers.length,
      finding(
        shut.length === readers.length ? "error" : "warning",
        "robots.shut",
        `robots.txt shuts out ${shut.length} of ${readers.length} robots that read for answers: ${names}.`,
        {
          where: first?.rule ? `line ${first.rule.line}: ${first.rule.text}` : file.url,
          why: "What they may not read they can't quote or link.",
          mend: "If that is not meant, give them a group of their own with Allow: /.",
        },
      ),
    );
  },
};

/** Wishes that keep a page out of answers, strongest first. */
const KEEPING_OUT = ["none", "noindex", "noai", "nosnippet", "max-snippet:0", "noarchive"];

export const directives: Rule = {
  id: "directives",
  title: "The page lets itself be listed and quoted",
  what: "All points without noindex, none, noai, nosnippet and max-snippet:0 for everybody; none with one of them. noarchive costs a half.",
  points: 10,
  mark: ({ page }) => {
    if (!page) return marked(null);
    const rule = KEEPING_OUT.find((one) => page.directives.some((said) => said.agent === "*" && said.rules.includes(one)));
    if (!rule) return marked(1, finding("pass", "directives.open", "The page lets itself be listed and quoted."));
    const said = page.directives.find((one) => one.agent === "*" && one.rules.includes(rule)) as RobotsDirective;
    const weak = rule === "noarchive";
    return marked(
      weak ? 0.5 : 0,
      finding(weak ? "warning" : "error", "directives.shut", `The page says ${rule}.`, {
        where: said.source === "header" ? "header x-robots-tag" : "meta robots",
        why: weak ? "Some answer engines keep no copy of it, and so don't quote it." : "Answer engines leave it out, or may not quote it.",
        mend: "If that is not meant, take it out.",
      }),
    );
  },
};
