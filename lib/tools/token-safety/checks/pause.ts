import { judgePower } from "./power";
import type { Rule } from "./rule";

export const pause: Rule = {
  id: "pause",
  title: "Nobody can pause transfers",
  failing: "transfers can be paused",
  severity: "medium",
  judge: (facts) => judgePower("pause", facts, "No function known to pause was found."),
};
