import { cleanText } from "../../cleanText";
import { BOT_NAME } from "../botName";
import { quietly } from "../quietly";
import type { Web, WebRequest } from "../types";
import { judgeRobots } from "./matchRobots";
import { readRobots } from "./readRobots";

/** What a site's robots.txt says to our own robot about one address; `allowed` is null where nobody can say. */
export type RobotsReport = { allowed: boolean | null; rule: string | null };

/** Tells it, for calls that read one page only and are free to do so. */
export async function reportRobots(web: Web, address: string, request: WebRequest): Promise<RobotsReport> {
  const url = new URL(address);
  const robots = await quietly(readRobots(web, url.origin, { ...request, timeoutMs: 3_000, patienceMs: 2_000 }), request.signal);
  if (!robots || robots.state === "away") return { allowed: null, rule: null };
  if (robots.state === "none") return { allowed: true, rule: null };
  const { allowed, rule } = judgeRobots(robots.file, BOT_NAME, url);
  return { allowed, rule: rule && `line ${rule.line}: ${cleanText(robots.file.lines[rule.line - 1] ?? "", 200)}` };
}
