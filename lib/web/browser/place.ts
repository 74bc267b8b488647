import "server-only";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { env } from "@/lib/env";
import { candidates } from "./chromium.mjs";

/** A browser that can be started, and whether its own sandbox may be left on. */
export type BrowserPlace = { path: string; sandbox: boolean };

/** Where programs are looked for, and whether root may start one, which has to go without the browser's own sandbox. */
export type Machine = { search: Record<string, string | undefined>; isRoot: boolean; mayBeRoot: boolean };

type Found = { place: BrowserPlace } | { missing: string };

const AS_ROOT = "The market runs as root, which would switch the browser's own sandbox off. Run it as another user.";
const NONE = "No Chromium was found on the market's machine; CHROMIUM_PATH can name one.";
const TRY_MS = 20_000;
/** A browser may be put in place while the market runs. */
const LOOK_AGAIN_MS = 60_000;

const KEY = Symbol.for("coinslot.browserPlace");
type Look = { at: number; found: Found | null; looking: Promise<Found> };

/** Why no browser can be started here, in a sentence, or null. Quick: before the first look has ended, a program by the right name counts. */
export function noBrowser(): string | null {
  const { found } = look();
  if (found) return "missing" in found ? found.missing : null;
  const { search, isRoot, mayBeRoot } = machine();
  if (isRoot && !mayBeRoot) return AS_ROOT;
  return candidates(search).some((path) => existsSync(path)) ? null : NONE;
}

/** The browser to start; a sentence where there is none. */
export async function browserPlace(): Promise<BrowserPlace | string> {
  const found = await look().looking;
  return "missing" in found ? found.missing : found.place;
}

/** On the local chain everything is play money, and containers mostly run as root. */
function machine(): Machine {
  const { browserSearch, local } = env();
  return { search: browserSearch, isRoot: process.getuid?.() === 0, mayBeRoot: local !== null };
}

function look(): Look {
  const holder = globalThis as { [KEY]?: Look };
  const kept = holder[KEY];
  if (kept && !(kept.found && "missing" in kept.found && Date.now() - kept.at > LOOK_AGAIN_MS)) return kept;
  const looking = findPlace(machine());
  const fresh: Look = { at: Date.now(), found: null, looking };
  holder[KEY] = fresh;
  void looking.then((found) => {
    fresh.found = found;
  });
  return fresh;
}

/** The first program of those that may be there which really is a browser. */
export async function findPlace({ search, isRoot, mayBeRoot }: Machine, home?: string): Promise<Found> {
  if (isRoot && !mayBeRoot) return { missing: AS_ROOT };
  for (const path of candidates(search, home).filter((one) => existsSync(one))) {
    if (await runs(path)) return { place: { path, sandbox: !isRoot } };
  }
  return { missing: NONE };
}

/** Some systems ship a stub of that name which only asks for another package. */
async function runs(path: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: TRY_MS });
    return /chrom/i.test(stdout);
  } catch {
    return false;
  }
}
