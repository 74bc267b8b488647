import { distDir, nextProgram } from "./buildSite";
import type { Children } from "./children";
import type { Settings } from "./localSettings";
import { until } from "./until";

export type SiteOptions = { root: string; children: Children; settings: Settings; host: string; port: number; dev: boolean };

/** Room for what requests leave behind, so that it is cleared seldom and cheaply; and an end to what is kept. MB. */
const MEMORY = ["--max-semi-space-size=32", "--max-old-space-size=448"];

/** Starts the site and waits until it says that all its parts are well. Answers its URL on this machine. */
export async function startSite({ root, children, settings, host, port, dev }: SiteOptions): Promise<string> {
  children.start({
    name: "site",
    command: process.execPath,
    args: [...(dev ? [] : MEMORY), nextProgram(root), dev ? "dev" : "start", "--port", String(port), "--hostname", host],
    cwd: root,
    env: {
      ...settings,
      NODE_ENV: dev ? "development" : "production",
      NEXT_DIST_DIR: distDir(),
      NEXT_TELEMETRY_DISABLED: "1",
      NO_COLOR: "1",
    },
  });
  const url = siteUrl(host, port);
  await until("The site", 120_000, () => askHealth(url), 100);
  return url;
}

/** A server that listens everywhere is reached on the loopback address from here. */
export function siteUrl(host: string, port: number): string {
  const here = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${here.includes(":") ? `[${here}]` : here}:${port}`;
}

async function askHealth(url: string): Promise<void> {
  const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) });
  if (response.status === 200) return;
  const body = (await response.text()).replaceAll(/\s+/g, " ").slice(0, 300);
  throw new Error(`/api/health answered ${response.status}: ${body}`);
}
