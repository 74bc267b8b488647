import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { localSettings } from "@/lib/devnet/localSettings";
import { TYPESCRIPT } from "../../bootstrap/handOver.mjs";
import { heldMb } from "../usage";
import type { CallerNews, WebRow } from "./types";

/** Tools look at the market's settings; there is no ledger and no chain behind these. */
const NOTHING_PAID = localSettings("postgres://nobody@127.0.0.1/nothing", "http://127.0.0.1:9", []);

const LOOK_EVERY_MS = 50;

export type Bench = { origin: string; measure: (slug: string, seconds: number) => Promise<WebRow[] | string>; stop: () => void };

/** Opens the sample site; each tool is then measured in a process of its own. */
export async function openBench(): Promise<Bench> {
  const children = new Set<ChildProcess>();
  const start = (file: string, args: string[]) => {
    const child = fork(join(import.meta.dirname, file), args, { execArgv: TYPESCRIPT, env: { ...process.env, ...NOTHING_PAID } });
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  };
  const [origin] = (await once(start("site.ts", []), "message")) as [string];
  return {
    origin,
    measure: (slug, seconds) => listen(start("caller.ts", [slug, origin, String(seconds)]), slug),
    stop: () => {
      for (const child of children) child.kill();
    },
  };
}

/** Rows as they come, with the most memory that was held meanwhile; a sentence where the tool can't be called here. */
function listen(child: ChildProcess, slug: string): Promise<WebRow[] | string> {
  const rows: WebRow[] = [];
  let idleMb: number | null = null;
  let crowdMb: number | null = null;
  const look = setInterval(() => {
    crowdMb = most(crowdMb, heldMb(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  return new Promise<WebRow[] | string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${slug}: the process that calls it ended with code ${code}.`)));
    child.on("message", (news: CallerNews) => {
      if (news.kind === "idle") idleMb = heldMb(child.pid ?? 0);
      else if (news.kind === "crowd") crowdMb = null;
      else if (news.kind === "measured") rows.push({ slug, example: news.example, ten: news.ten, fifty: news.fifty, idleMb, crowdMb });
      else if (news.kind === "away") resolve(news.why);
      else resolve(rows);
    });
  }).finally(() => {
    clearInterval(look);
    child.kill();
  });
}

function most(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other);
}
