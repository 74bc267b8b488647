export type RobotsRule = { allow: boolean; pattern: string; line: number };

export type RobotsGroup = { agents: string[]; rules: RobotsRule[]; crawlDelay: { seconds: number; line: number } | null; line: number };

export type RobotsFault = { line: number; what: string };

export type RobotsFile = {
  lines: string[];
  groups: RobotsGroup[];
  sitemaps: { url: string; line: number }[];
  faults: RobotsFault[];
  /** Faults beyond those listed. */
  moreFaults: number;
};

const MOST_FAULTS = 50;
const MOST_LINES = 20_000;
/** No path that is asked for is longer. */
const LONGEST_PATTERN = 2_048;
/** Seen in the wild, meant for some robots, and no fault of a file. */
const OTHERS = new Set(["host", "clean-param", "request-rate", "visit-time", "noindex", "content-signal", "content-usage", "license"]);

/** Reads robots.txt as RFC 9309 says: groups of agents with their rules, each known by its line. */
export function parseRobots(text: string): RobotsFile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/, MOST_LINES + 1);
  const file: RobotsFile = { lines: lines.slice(0, MOST_LINES), groups: [], sitemaps: [], faults: [], moreFaults: 0 };
  const fault: Fault = (line, what) => {
    if (file.faults.length < MOST_FAULTS) file.faults.push({ line, what });
    else file.moreFaults += 1;
  };
  if (lines.length > MOST_LINES) fault(MOST_LINES, `There are more than ${MOST_LINES} lines; the rest is not read.`);
  let naming = false;
  file.lines.forEach((raw, index) => {
    const field = readField(raw);
    if (field === "no colon") fault(index + 1, "No colon: the line says nothing.");
    else if (field) naming = readLine(file, { ...field, line: index + 1 }, naming, fault);
  });
  return file;
}

type Field = { name: string; value: string };

function readField(raw: string): Field | "no colon" | null {
  const text = raw.split("#", 1)[0]?.trim() ?? "";
  if (!text) return null;
  const colon = text.indexOf(":");
  if (colon < 0) return "no colon";
  return { name: text.slice(0, colon).trim().toLowerCase(), value: text.slice(colon + 1).trim() };
}

/** Answers if a further agent would still belong to the group: only rules end the naming. */
function readLine(file: RobotsFile, { name, value, line }: Field & { line: number }, naming: boolean, fault: Fault): boolean {
  if (name === "user-agent") {
    if (!naming) file.groups.push({ agents: [], rules: [], crawlDelay: null, line });
    if (value) file.groups.at(-1)?.agents.push(productToken(value));
    else fault(line, "User-agent without a name.");
    return true;
  }
  const group = file.groups.at(-1);
  if (name === "sitemap") {
    if (URL.canParse(value)) file.sitemaps.push({ url: value, line });
    else fault(line, "A sitemap needs its full address.");
    return naming;
  }
  if (name === "allow" || name === "disallow") {
    if (!group) fault(line, "A rule before any User-agent: it is for nobody.");
    else addRule(group, name === "allow", value, line, fault);
    return false;
  }
  if (name === "crawl-delay") {
    const seconds = Number(value);
    if (!value || !Number.isFinite(seconds) || seconds < 0) fault(line, "Crawl-delay is not a number of seconds.");
    else if (group) group.crawlDelay = { seconds, line };
    return false;
  }
  if (!OTHERS.has(name)) fault(line, `"${name.slice(0, 40)}" is no field that robots know.`);
  return naming;
}

type Fault = (line: number, what: string) => void;

function addRule(group: RobotsGroup, allow: boolean, value: string, line: number, fault: Fault): void {
  // "Disallow:" with nothing behind it forbids nothing.
  if (value === "") return;
  if (!value.startsWith("/") && !value.startsWith("*")) fault(line, "A path starts with / or *.");
  if (value.length > LONGEST_PATTERN) fault(line, "The path is longer than any that is asked for.");
  else group.rules.push({ allow, pattern: value, line });
}

/** What a robot is known by: its name without version, in lower case. */
export function productToken(agent: string): string {
  if (agent.startsWith("*")) return "*";
  return /^[a-z_-]+/i.exec(agent)?.[0].toLowerCase() ?? agent.toLowerCase().slice(0, 100);
}
