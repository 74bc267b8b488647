import type { Robots } from "../../web/robots/readRobots";
import type { Finding } from "../../web/schema";
import type { PageFacts } from "./facts";
import type { AiReadinessAnswer } from "./schema";
import type { SiteFacts } from "./site";

/** Everything that the rules look at. */
export type Look = {
  robots: Robots;
  page: PageFacts | null;
  /** Why the page was not read, where it was not. */
  whyNot: string | null;
  content: AiReadinessAnswer["content"];
  site: SiteFacts;
  bots: AiReadinessAnswer["bots"];
  licence: AiReadinessAnswer["licence"];
  payment: AiReadinessAnswer["payment"];
};

/** `share`: how much of the rule's points; null where it could not be measured. */
export type Marked = { share: number | null; findings: Finding[] };

export type Rule = {
  id: string;
  title: string;
  /** How the points are given, in words for those who are graded. */
  what: string;
  points: number;
  mark: (look: Look) => Marked;
};

export function marked(share: number | null, ...findings: Finding[]): Marked {
  return { share, findings };
}
