import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import type { Children } from "./children";
import { freePort } from "./freePort";
import { rpc } from "./rpc";
import { until } from "./until";

const CHAIN_ID = 84532;
const ARCHITECTURES: Record<string, string> = { x64: "amd64", arm64: "arm64" };

/** Starts one anvil with these arguments and waits until it answers. */
export async function runAnvil(options: { children: Children; name: string; args: string[]; port?: number }) {
  const port = await freePort(options.port);
  const child: ChildProcess = options.children.start({
    name: options.name,
    command: anvilBinary(),
    args: ["--chain-id", String(CHAIN_ID), "--port", String(port), "--quiet", ...options.args],
  });
  const rpcUrl = `http://127.0.0.1:${port}`;
  await until("The local chain", 60_000, () => rpc(rpcUrl, "eth_chainId", []));
  return { rpcUrl, child };
}

/** The program itself: the package's own starter would be one more process to hold. */
function anvilBinary(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("@foundry-rs/anvil/package.json"));
  const name = `@foundry-rs/anvil-${process.platform}-${ARCHITECTURES[process.arch] ?? process.arch}`;
  try {
    return require.resolve(`${name}/bin/anvil${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    throw new Error(`There is no anvil for ${process.platform}-${process.arch}; set RPC_URL and its companions to use a real chain.`);
  }
}
