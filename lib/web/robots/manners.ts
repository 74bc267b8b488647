import { setTimeout as sleep } from "node:timers/promises";
import { BOT_NAME } from "../botName";
import type { Web, WebRequest } from "../types";
import { judgeRobots } from "./matchRobots";
import { type Robots, readRobots } from "./readRobots";

/** How our robot behaves on a site: it asks for nothing that robots.txt forbids, and not faster than it is asked to. */
export type Manners = {
  robots: Robots;
  /** Why an address may not be asked for, or null. */
  forbids: (url: string) => Promise<string | null>;
  /** Seconds between two requests, where the site wishes for some. */
  delay: number;
  /** Waits until the next request may go out. */
  pause: () => Promise<void>;
};

/** Sitemaps may lie on another host; the rules of more than these are not gone through. */
const MOST_HOSTS = 3;

export async function mannersAt(web: Web, origin: string, request: WebRequest): Promise<Manners> {
  const known = new Map<string, Promise<Robots>>();
  const rulesOf = (at: string) => {
    const rules = known.get(at) ?? readRobots(web, at, request);
    known.set(at, rules);
    return rules;
  };
  const robots = await rulesOf(origin);
  const delay = judgeRobots(robots.file, BOT_NAME, new URL(origin)).crawlDelay?.seconds ?? 0;
  let next = 0;
  const pause = async () => {
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + delay * 1_000;
    if (wait > 0) await sleep(wait, undefined, { signal: request.signal });
  };
  const forbids = async (address: string) => {
    const url = new URL(address);
    if (!known.has(url.origin) && known.size >= MOST_HOSTS) return "It lies on one host too many.";
    const rules = await rulesOf(url.origin);
    if (rules.state === "away") return `robots.txt can't be had there, so nothing is asked: ${rules.why}`;
    const { allowed, rule } = judgeRobots(rules.file, BOT_NAME, url);
    return allowed ? null : `robots.txt keeps our robot from it in line ${rule?.line}.`;
  };
  return { robots, forbids, delay, pause };
}
