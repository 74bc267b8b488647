import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { afterAll, describe, expect, it } from "vitest";
import { BadOption, readOptions } from "./options";

const dir = mkdtempSync(join(tmpdir(), "coinslot-options-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const key = generatePrivateKey();
const buyer = generatePrivateKey();
const market = { url: "http://127.0.0.1:3000", wallets: { buyer: { privateKey: buyer } } };
const read = (args: string[] = [], over: Partial<Parameters<typeof readOptions>[0]> = {}) =>
  readOptions({ args, key: undefined, market, ...over });

describe("the bridge's flags", () => {
  it("without any: the market on this machine, its test wallet, small limits", () => {
    const options = read();
    expect(options).toMatchObject({ maxPerCall: 50_000n, maxPerDay: 1_000_000n, tools: null, network: null, payees: [] });
    expect([options.url.href, options.account?.address]).toEqual(["http://127.0.0.1:3000/mcp", privateKeyToAddress(buyer)]);
  });

  it("a key of one's own comes before the test wallet, which pays nowhere else", () => {
    expect(read([], { key }).account?.address).toBe(privateKeyToAddress(key));
    expect(read([], { key: key.slice(2) }).account?.address).toBe(privateKeyToAddress(key));
    expect(read(["--url", "https://market.example"]).account).toBeNull();
    const file = join(dir, "key");
    writeFileSync(file, `${key}\n`, { mode: 0o600 });
    expect(read(["--key-file", file]).account?.address).toBe(privateKeyToAddress(key));
  });

  it("are read exactly", () => {
    const options = read([
      "--url",
      "https://m.example/",
      "--max-per-call",
      "$0.01",
      "--max-per-day",
      "2.5",
      "--tools",
      "a, b",
      "--network",
      "base",
      "--accept-payee",
      `0x${"a".repeat(40)}`,
      "--state",
      dir,
    ]);
    expect(options).toMatchObject({ maxPerCall: 10_000n, maxPerDay: 2_500_000n, network: "eip155:8453", stateDir: dir });
    expect([options.url.href, [...(options.tools ?? [])], options.payees.length]).toEqual(["https://m.example/mcp", ["a", "b"], 1]);
  });

  it("that make no sense are named, and no key is ever quoted", () => {
    const open = join(dir, "open");
    writeFileSync(open, key, { mode: 0o644 });
    const broken = `${key.slice(0, -1)}z`;
    const zero = `0x${"0".repeat(64)}`;
    const wrong: [string[], Partial<Parameters<typeof readOptions>[0]>, RegExp][] = [
      [[], { market: null }, /--url/],
      [["--url", "ftp://x"], {}, /no web address/],
      [["--url", "https://a:b@x"], {}, /password/],
      [["--max-per-call", "much"], {}, /--max-per-call/],
      [["--max-per-day", "1.0000001"], {}, /--max-per-day/],
      [["--network", "solana"], {}, /--network/],
      [["--accept-payee", "0x1"], {}, /--accept-payee/],
      [["--budget", "1"], {}, /--max-per-day/],
      [["--key-file", join(dir, "nothing")], {}, /ENOENT/],
      [["--key-file", open], {}, /chmod 600/],
      [[], { key: broken }, /COINSLOT_PRIVATE_KEY holds no private key/],
      [[], { key: zero }, /COINSLOT_PRIVATE_KEY holds no private key/],
    ];
    for (const [args, over, words] of wrong) {
      const error = catchOne(() => read(args, over));
      expect(error, args.join(" ")).toBeInstanceOf(BadOption);
      expect(error?.message).toMatch(words);
      for (const secret of [key, broken, zero]) expect(`${error?.message} ${error?.stack}`).not.toContain(secret.slice(2));
    }
  });
});

function catchOne(work: () => unknown): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as Error;
  }
}
