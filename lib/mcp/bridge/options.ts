import "server-only";
import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Address, getAddress, type Hex, isAddress, type PrivateKeyAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { findNetwork, type Network } from "@/lib/chains";
import { parseUsdc } from "@/lib/money";
import type { BridgeOptions } from "./types";

/** What a running local market says of itself. */
export type LocalMarket = { url: string; wallets: { buyer: { privateKey: Hex } } | null };

type Source = {
  args: string[];
  /** COINSLOT_PRIVATE_KEY */
  key: string | undefined;
  market: LocalMarket | null;
};

/** A setting that a bridge can't start with, in words for whoever set it. */
export class BadOption extends Error {
  override readonly name = "BadOption";
}

const FLAGS = {
  url: { type: "string" },
  "key-file": { type: "string" },
  "max-per-call": { type: "string", default: "0.05" },
  "max-per-day": { type: "string", default: "1.00" },
  tools: { type: "string" },
  network: { type: "string" },
  "accept-payee": { type: "string", multiple: true },
  state: { type: "string" },
} as const;

export function readOptions({ args, key, market }: Source): BridgeOptions {
  const { values } = parse(args);
  const url = readUrl(values.url ?? market?.url);
  return {
    url,
    account: readAccount({ key, file: values["key-file"], market: market && new URL(market.url).origin === url.origin ? market : null }),
    maxPerCall: dollars("--max-per-call", values["max-per-call"]),
    maxPerDay: dollars("--max-per-day", values["max-per-day"]),
    tools: values.tools === undefined ? null : new Set(values.tools.split(",").map((name) => name.trim())),
    network: values.network === undefined ? null : readNetwork(values.network),
    payees: (values["accept-payee"] ?? []).map(readAddress),
    stateDir: values.state ?? join(homedir(), ".coinslot"),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS });
  } catch (error) {
    throw new BadOption(
      `${(error as Error).message} Flags: ${Object.keys(FLAGS)
        .map((name) => `--${name}`)
        .join(" ")}`,
    );
  }
}

function readUrl(text: string | undefined): URL {
  if (text === undefined) throw new BadOption("No market runs here. Start it with `npm start`, or name one with --url.");
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new BadOption(`--url ${text} is no web address.`);
  const url = new URL(text);
  if (url.username || url.password) throw new BadOption("--url must hold no password.");
  if (url.pathname === "/") url.pathname = "/mcp";
  return url;
}

type KeySource = { key: string | undefined; file: string | undefined; market: LocalMarket | null };

function readAccount({ key, file, market }: KeySource): PrivateKeyAccount | null {
  const text = file === undefined ? key : readKeyFile(file);
  if (text === undefined || text.trim() === "") return market?.wallets ? privateKeyToAccount(market.wallets.buyer.privateKey) : null;
  const hex = text.trim().replace(/^(0x)?/, "0x");
  try {
    if (/^0x[0-9a-fA-F]{64}$/.test(hex)) return privateKeyToAccount(hex as Hex);
  } catch {
    // Said below; the cause would quote the key.
  }
  throw new BadOption(`${file === undefined ? "COINSLOT_PRIVATE_KEY" : file} holds no private key: 64 hexadecimal characters.`);
}

function readKeyFile(file: string): string {
  try {
    const others = process.platform === "win32" ? 0 : statSync(file).mode & 0o077;
    if (others !== 0) throw new BadOption(`${file} can be read by others. chmod 600 it.`);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof BadOption) throw error;
    throw new BadOption(`${file} can't be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function dollars(flag: string, text: string): bigint {
  try {
    return parseUsdc(text.replace(/^\$/, ""));
  } catch {
    throw new BadOption(`${flag} ${text} is no amount of dollars, such as 0.05.`);
  }
}

function readNetwork(text: string): Network {
  const found = findNetwork(text);
  if (!found) throw new BadOption(`--network ${text} is not known here: base or base-sepolia.`);
  return found.network;
}

function readAddress(text: string): Address {
  if (!isAddress(text, { strict: false })) throw new BadOption(`--accept-payee ${text} is no address.`);
  return getAddress(text.toLowerCase());
}
