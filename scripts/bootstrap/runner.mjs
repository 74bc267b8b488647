import { spawn } from "node:child_process";
import { join } from "node:path";
import { node24 } from "./handOver.mjs";
import { ROOT } from "./install.mjs";

/** What a market would be told by its environment: tests run one of their own, whatever the user's shell says. */
const SETTINGS = [
  ["DATABASE_URL", "NETWORK", "RPC_URL", "PAY_TO", "SETTLER_PRIVATE_KEY", "FACILITATOR_URL", "PUBLIC_URL", "CHAIN_RPC_URLS"],
  ["FACILITATOR_KEYS", "FACILITATOR_ACCESS_KEYS", "MAX_FEE_GWEI", "FINAL_BLOCKS", "WALLET_FACTORIES", "SETTLE_WAIT_SECONDS"],
  ["LOCAL_CHAIN", "TEST_MINTER_PRIVATE_KEY", "TEST_SELLER_PRIVATE_KEY", "SAMPLE_TOKENS", "SAMPLE_PLACES"],
  ["UNISWAP_V2_FACTORY", "UNISWAP_V2_ROUTER", "WETH", "COINSLOT_MARKET", "PORT", "HOST", "NODE_ENV", "FORCE_COLOR"],
].flat();

export function cleanEnv(env = process.env) {
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !SETTINGS.includes(name)));
  const bin = join(ROOT, "node_modules", "node", "bin");
  return { ...rest, PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${env.PATH}`, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };
}

/** Runs commands that end when this process does, or when their time is up. */
export function createRunner() {
  const guard = spawn(node24(), [join(ROOT, "lib", "devnet", "guard.ts")], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  guard.stdin.on("error", () => {});
  guard.unref();

  /** @param {string[]} command */
  const start = (command, { env = {}, cwd = ROOT, ipc = false } = {}) => {
    const [program, ...args] = command;
    const stdio = /** @type {const} */ (["ignore", "pipe", "pipe", ...(ipc ? ["ipc"] : [])]);
    const child = spawn(program, args, { cwd, env: { ...cleanEnv(), ...env }, stdio: [...stdio], detached: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    if (child.pid) guard.stdin.write(`+ ${child.pid} SIGTERM\n`);
    const ended = new Promise((done) => {
      child.once("error", (error) => done({ code: 1, output: error.message }));
      child.once("close", (code) => {
        guard.stdin.write(`- ${child.pid}\n`);
        done({ code: code ?? 1, output });
      });
    });
    return { child, ended, output: () => output };
  };
  const end = (child, signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      child.kill(signal);
    }
  };
  /** @returns {Promise<{ code: number, output: string }>} */
  const run = async (command, { limitMs = 120_000, ...options } = {}) => {
    const { child, ended, output } = start(command, options);
    let timer;
    const late = new Promise((done) => {
      timer = setTimeout(() => {
        end(child, "SIGKILL");
        done({ code: 124, output: `${output()}\nIt hung: ended after ${Math.round(limitMs / 1000)} s.` });
      }, limitMs);
    });
    const result = await Promise.race([ended, late]);
    clearTimeout(timer);
    return result;
  };
  const close = () =>
    new Promise((done) => {
      guard.once("exit", done);
      guard.stdin.end();
    });
  return { start, run, close };
}
