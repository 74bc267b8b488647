import "server-only";
import { tmpdir } from "node:os";
import type { Browser } from "playwright-core";
import type { BrowserPlace } from "./place";

/** Nothing listens there: whatever does not belong to a call, and so has no proxy of its own, reaches nobody. */
const NOWHERE = "http://127.0.0.1:9";

const ARGS = [
  `--proxy-server=${NOWHERE}`,
  // Without this, addresses of this very machine would pass by every proxy.
  "--proxy-bypass-list=<-loopback>",
  // Names are for the proxy to look up; the browser finds none itself, so none can leak or be looked up twice.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  "--no-pings",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--mute-audio",
  // A page's scripts may hold so many MB each.
  "--js-flags=--max-old-space-size=256",
  "--renderer-process-limit=6",
];

const START_MS = 30_000;

/** Starts the browser without any of the market's settings in its environment. */
export async function launch({ path, sandbox }: BrowserPlace): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath: path,
    chromiumSandbox: sandbox,
    headless: true,
    args: ARGS,
    env: { PATH: "/usr/local/bin:/usr/bin:/bin", HOME: tmpdir(), LANG: "C.UTF-8", TZ: "UTC" },
    timeout: START_MS,
    // The market ends in its own order; the browser ends with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
