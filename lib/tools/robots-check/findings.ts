import { cleanText } from "../../cleanText";
import { finding } from "../../web/finding";
import type { RobotsDirective } from "../../web/head/robotsDirectives";
import type { Robots } from "../../web/robots/readRobots";
import type { Finding } from "../../web/schema";
import { bySeverity } from "../../web/severities";
import type { RobotsCheckAnswer } from "./schema";

type Bots = RobotsCheckAnswer["bots"];

const MOST_FAULTS = 40;

/** What is worth saying beside the verdicts: faults of the file, and where file and page speak against each other. */
export function findingsOf(robots: Robots, bots: Bots, directives: readonly RobotsDirective[] | null): Finding[] {
  return bySeverity([...aboutFile(robots), ...aboutSyntax(robots), ...aboutPage(bots, directives)]);
}

function aboutFile(robots: Robots): Finding[] {
  const where = robots.url;
  if (robots.state === "away") {
    return [
      finding("error", "robots.away", robots.why, {
        where,
        why: "Careful robots stop reading the whole site until the file can be had again.",
        mend: "Answer 200 with rules, or 404 where there are none.",
      }),
    ];
  }
  if (robots.state === "none") {
    return [
      finding("notice", "robots.none", robots.why, { where, mend: "Nothing, if everybody may read everything; else put up a robots.txt." }),
    ];
  }
  const found: Finding[] = [];
  if (robots.truncated) {
    found.push(
      finding("error", "robots.size", "The file is longer than 500 KiB.", {
        where,
        why: "Robots stop reading there.",
        mend: "Join rules with * and $.",
      }),
    );
  }
  if (robots.file.groups.length === 0)
    found.push(finding("notice", "robots.empty", "The file holds no group, so it forbids nothing.", { where }));
  if (robots.file.sitemaps.length === 0) {
    found.push(
      finding("notice", "robots.sitemap", "The file names no sitemap.", { where, mend: "Add a line Sitemap: with its full address." }),
    );
  }
  return found;
}

function aboutSyntax({ file }: Robots): Finding[] {
  return file.faults.slice(0, MOST_FAULTS).map(({ line, what }) =>
    finding("warning", "robots.syntax", what, {
      where: `line ${line}: ${cleanText(file.lines[line - 1] ?? "", 120)}`,
      why: "Robots skip a line that they can't read.",
      mend: "Correct the line, or take it out.",
    }),
  );
}

function aboutPage(bots: Bots, directives: readonly RobotsDirective[] | null): Finding[] {
  if (directives === null)
    return [finding("not_measured", "page.unread", "The page itself could not be read, so its own tags are not known.")];
  const found: Finding[] = [];
  const hidden = bots.filter((bot) => bot.verdict === "disallowed" && bot.may_index === "no");
  if (hidden.length > 0) {
    found.push(
      finding(
        "warning",
        "page.unseen",
        `${hidden
          .map(({ name }) => name)
          .slice(0, 5)
          .join(", ")} may not read the page, and so never learns of its noindex.`,
        {
          where: hidden[0]?.index_rule ?? null,
          why: "An address that is linked from elsewhere can be listed all the same, without its text.",
          mend: "Let robots read what they shall not list.",
        },
      ),
    );
  }
  const google = bots.find(({ name }) => name === "Googlebot");
  if (google?.verdict === "allowed" && google.may_index === "no") {
    found.push(
      finding("notice", "page.noindex", "Search engines may read the page and are told not to list it.", { where: google.index_rule }),
    );
  }
  return found;
}
