import { cleanText } from "../../cleanText";
import { forbidsIndex, type RobotsDirective } from "../../web/head/robotsDirectives";
import { judgeRobots } from "../../web/robots/matchRobots";
import type { Robots } from "../../web/robots/readRobots";
import type { Bot } from "./bots";
import type { RobotsCheckAnswer } from "./schema";

type Judged = RobotsCheckAnswer["bots"][number];

/** What robots.txt and the page's own tags say to one robot. `directives`: null where the page could not be read. */
export function judge(bot: Bot, robots: Robots, url: URL, directives: readonly RobotsDirective[] | null): Judged {
  const index = directives ? forbidsIndex(directives, bot.name) : null;
  return {
    ...bot,
    ...byFile(bot, robots, url),
    may_index: directives === null ? "unknown" : index ? "no" : "yes",
    index_rule: index
      ? `${index.source === "header" ? "x-robots-tag" : `meta ${index.agent === "*" ? "robots" : index.agent}`}: ${index.rules.join(", ")}`
      : null,
  };
}

function byFile(bot: Bot, robots: Robots, url: URL): Pick<Judged, "verdict" | "rule" | "group" | "crawl_delay"> {
  const nothing = { rule: null, group: null, crawl_delay: null };
  if (robots.state === "none") return { verdict: "allowed", ...nothing };
  // A server that answers and can't say is taken for a no by robots; one that does not answer says nothing at all.
  if (robots.state === "away") return { verdict: robots.status === null ? "unknown" : "disallowed", ...nothing };
  const { allowed, rule, group, crawlDelay } = judgeRobots(robots.file, bot.name, url);
  return {
    verdict: allowed ? "allowed" : "disallowed",
    rule: rule && { line: rule.line, text: cleanText(robots.file.lines[rule.line - 1] ?? "", 300) },
    group,
    crawl_delay: crawlDelay?.seconds ?? null,
  };
}
