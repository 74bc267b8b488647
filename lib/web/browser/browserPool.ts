import "server-only";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { FairQueue } from "../../fairQueue";
import { ToolRefusal } from "../../tools/refusal";
import { unlessAborted } from "../deadline";
import type { Web } from "../types";
import { inTime } from "./inTime";
import { launch } from "./launch";
import type { BrowserPlace } from "./place";
import { type CallProxy, openProxy } from "./proxy";

export type PoolOptions = {
  place: () => Promise<BrowserPlace | string>;
  /** Calls under way at once, and calls that may wait. */
  atOnce: number;
  waiting: number;
  /** Calls after which a browser makes way for a fresh one. */
  callsEach: number;
  idleMs: number;
};

export type Call<T> = {
  /** Calls of one kind wait in turn with those of the others. */
  kind: string;
  web: Web;
  signal: AbortSignal;
  look: BrowserContextOptions;
  use: (context: BrowserContext, proxy: CallProxy) => Promise<T>;
};

type Running = { browser: Promise<Browser>; calls: number; active: number };

/** 25 MB of pages and pictures, over so many connections. */
const PROXY_LIMITS = { bytes: 25_000_000, connections: 200, samples: 10 };
const CLOSE_MS = 3_000;

/** One browser for all calls, each in a context and behind a proxy of its own, of which nothing stays. */
export class BrowserPool {
  readonly #options: PoolOptions;
  readonly #queue: FairQueue;
  #running: Running | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#queue = new FairQueue({ slots: options.atOnce, laneSlots: options.atOnce, laneWaiting: options.waiting });
  }

  /** Refuses `queue_full`, `too_slow`, `browser_missing` and `browser_failed`, beside what `use` throws. */
  call<T>(call: Call<T>): Promise<T> {
    return this.#queue.run(call.kind, call.signal, async () => {
      clearTimeout(this.#idle);
      const running = this.#take();
      running.active += 1;
      try {
        return await this.#inContext(running, call);
      } finally {
        running.active -= 1;
        this.#tidy(running);
      }
    });
  }

  /** Ends the browser, whatever it is at. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    this.#running = null;
    await (await running?.browser.catch(() => null))?.close().catch(() => undefined);
  }

  #take(): Running {
    const { callsEach, place } = this.#options;
    if (!this.#running || this.#running.calls >= callsEach) this.#running = { browser: start(place), calls: 0, active: 0 };
    this.#running.calls += 1;
    return this.#running;
  }

  async #inContext<T>(running: Running, { web, signal, look, use }: Call<T>): Promise<T> {
    const browser = await unlessAborted(running.browser, signal).catch((error) => {
      if (this.#running === running) this.#running = null;
      throw asRefusal(error, signal);
    });
    const proxy = await openProxy(web, signal, PROXY_LIMITS);
    try {
      const opening = browser.newContext({
        ...look,
        userAgent: userAgentOf(browser.version(), look.isMobile === true, web.userAgent),
        serviceWorkers: "block",
        acceptDownloads: false,
        proxy: { server: proxy.address },
      });
      const context = await unlessAborted(opening, signal);
      try {
        return await unlessAborted(use(context, proxy), signal);
      } finally {
        proxy.close();
        await this.#shut(running, browser, context);
      }
    } catch (error) {
      throw asRefusal(error, signal);
    } finally {
      proxy.close();
      if (!browser.isConnected() && this.#running === running) this.#running = null;
    }
  }

  /** A context that won't close holds a page that won't stop: then the whole browser goes. */
  async #shut(running: Running, browser: Browser, context: BrowserContext): Promise<void> {
    const closing = context.close().then(
      () => true,
      () => true,
    );
    if (await inTime(closing, CLOSE_MS, false)) return;
    if (this.#running === running) this.#running = null;
    // Nobody waits for that: it may take as long as the page does.
    browser.close().catch(() => undefined);
  }

  #tidy(running: Running): void {
    if (running.active > 0) return;
    const end = () => {
      if (running.active > 0) return;
      if (this.#running === running) this.#running = null;
      running.browser.then((browser) => browser.close()).catch(() => undefined);
    };
    if (this.#running === running) this.#idle = setTimeout(end, this.#options.idleMs).unref();
    else end();
  }
}

async function start(place: PoolOptions["place"]): Promise<Browser> {
  const found = await place();
  if (typeof found === "string") throw new ToolRefusal("browser_missing", found, { kind: "unavailable" });
  return launch(found);
}

/** What the browser is, and behind it whose it is. */
function userAgentOf(version: string, isMobile: boolean, bot: string): string {
  const system = isMobile ? "Linux; Android 10; K" : "X11; Linux x86_64";
  const chrome = `Chrome/${version.split(".")[0]}.0.0.0${isMobile ? " Mobile" : ""} Safari/537.36`;
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} ${bot}`;
}

function asRefusal(error: unknown, signal: AbortSignal): ToolRefusal {
  if (error instanceof ToolRefusal) return error;
  if (signal.aborted) return new ToolRefusal("too_slow", "The page was not done in time.", { kind: "timeout", cause: error });
  return new ToolRefusal("browser_failed", "The browser broke off at this page.", {
    kind: "unavailable",
    hint: "Nothing was charged. Try once more; the same page may break it again.",
    cause: error,
  });
}
