import { ToolRefusal } from "../../tools/refusal";
import type { Web, WebRequest } from "../types";
import { parseRobots, type RobotsFile } from "./parseRobots";

/** Half a megabyte is read, as the standard asks for; what is behind it counts for nothing. */
const MOST_BYTES = 500 * 1024;

export type Robots = {
  url: string;
  /**
   * `read`: there are rules. `none`: the server says that there are none, so all is allowed. `away`: it did not say, so
   * nothing is allowed until it does. Refusals of the guard itself (a busy host, a forbidden address) are thrown.
   */
  state: "read" | "none" | "away";
  status: number | null;
  /** Why the state is what it is, in words. */
  why: string;
  file: RobotsFile;
  truncated: boolean;
  ageSeconds: number;
};

const EMPTY = parseRobots("");

/** Fetches and reads the robots.txt of an origin, with the meaning that RFC 9309 gives to each status. */
export async function readRobots(web: Web, origin: string, request: WebRequest): Promise<Robots> {
  const url = new URL("/robots.txt", origin).href;
  const blank = { url, status: null, file: EMPTY, truncated: false, ageSeconds: 0 };
  try {
    const answer = await web.fetch(url, { ...request, maxBytes: MOST_BYTES, headers: { accept: "text/plain,*/*;q=0.5" } });
    const { status, truncated, ageSeconds } = answer;
    const known = { ...blank, status, truncated, ageSeconds };
    if (status >= 500) return { ...known, state: "away", why: `The server answered ${status}: until it answers, nothing is allowed.` };
    if (status >= 400) return { ...known, state: "none", why: `The server answered ${status}: there is no robots.txt.` };
    if (status >= 300) return { ...known, state: "none", why: `The server answered ${status} and named no place to go.` };
    const text = answer.body.toString("utf8");
    // Many servers send their start page for whatever they don't have, and call good rules a web page.
    if (/^\s*</.test(text)) {
      return { ...known, state: "none", why: "A web page came instead of a robots.txt, which says nothing to robots." };
    }
    return { ...known, state: "read", why: `The server answered ${status}.`, file: parseRobots(text) };
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    if (error.reason === "too_many_redirects") return { ...blank, state: "none", why: error.message };
    if (error.reason === "unreachable" || (error.reason === "too_slow" && !request.signal.aborted)) {
      return { ...blank, state: "away", why: error.message };
    }
    throw error;
  }
}
