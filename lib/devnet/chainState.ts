import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Hex } from "viem";
import { bestBlock, compactState } from "./compactState";
import { rpc } from "./rpc";

const unzip = promisify(gunzip);

/** The chain's files: what is loaded at the start, and what anvil itself writes when it ends in good order. */
export function chainFiles(dir: string) {
  const folder = join(dir, "chain");
  mkdirSync(folder, { recursive: true });
  return {
    tokens: join(folder, "tokens.json"),
    places: join(folder, "places.json"),
    state: join(folder, "state.json"),
    exit: join(folder, "exit.json"),
    cache: join(folder, "cache"),
  };
}

/** The whole chain as it is now, old empty blocks left out. */
export async function dumpState(rpcUrl: string): Promise<Buffer> {
  const packed = await rpc<Hex>(rpcUrl, "anvil_dumpState", [], 120_000);
  return compactState(await unzip(Buffer.from(packed.slice(2), "hex")));
}

export function saveState(dir: string, state: Buffer): void {
  const { state: file } = chainFiles(dir);
  writeFileSync(`${file}.new`, state);
  renameSync(`${file}.new`, file);
}

/** Makes `state.json` the highest whole state there is: after a hard end the two files disagree. */
export function settleState(dir: string): void {
  const { state, exit } = chainFiles(dir);
  if (!existsSync(exit)) return;
  const atExit = readFileSync(exit);
  const saved = bestBlock(readFileSync(state)) ?? -1;
  if ((bestBlock(atExit) ?? -1) >= saved) saveState(dir, compactState(atExit));
  rmSync(exit);
}
