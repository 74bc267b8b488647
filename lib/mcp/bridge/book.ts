import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Hex } from "viem";
import { z } from "zod";
import { withLock } from "./lock";
import { Refusal } from "./refusal";

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`))
    .transform((text) => text as Hex);
const atomic = z.string().regex(/^\d{1,30}$/);

const unsigned = z.object({ to: hex(20), value: atomic, validAfter: atomic, validBefore: atomic, nonce: hex(32) });

const pending = z.object({
  /** The call that it is for: market, tool and arguments. */
  call: z.string(),
  tool: z.string(),
  at: z.iso.datetime(),
  authorization: unsigned,
  /**
   * `sent`: it may have been paid. `again`: nothing was charged, and the same call may send it once more. `over`: the market
   * wants another one. Until its time is over, each of them could still be charged.
   */
  state: z.enum(["sent", "again", "over"]),
});

const spent = z.object({
  at: z.iso.datetime(),
  tool: z.string(),
  amount: atomic,
  payment: z.string().nullable(),
  transaction: z.string().nullable(),
});

const schema = z.object({
  version: z.literal(1),
  days: z.record(z.string(), z.object({ spent: atomic, calls: z.int() })),
  pending: z.array(pending),
  last: z.array(spent),
  /** Whom a tool of a market was paid to, by `market tool`. */
  payees: z.record(z.string(), hex(20)),
});

export type Pending = z.output<typeof pending>;
export type Spent = z.output<typeof spent>;
export type BookState = z.output<typeof schema>;

const EMPTY: BookState = { version: 1, days: {}, pending: [], last: [], payees: {} };

export type Book = {
  read: () => Promise<BookState>;
  /** What `change` does to the state is on disk when this returns; other bridges wait meanwhile. */
  update: <T>(change: (state: BookState) => T) => Promise<T>;
};

/** What was spent, shared by all bridges of one payer and network, and kept over restarts. */
export function openBook(file: string): Book {
  const read = async () => {
    try {
      return schema.parse(JSON.parse(await readFile(file, "utf8")));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return structuredClone(EMPTY);
      throw unusable(file, error);
    }
  };
  return {
    read,
    update: async (change) => {
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        return await withLock(`${file}.lock`, async () => {
          const state = await read();
          const result = change(state);
          await write(file, JSON.stringify(state));
          return result;
        });
      } catch (error) {
        throw error instanceof Refusal ? error : unusable(file, error);
      }
    },
  };
}

/** Whole or not at all: whoever reads finds the old state or the new one, even after the power failed. */
async function write(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  const handle = await open(aside, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

function unusable(file: string, cause: unknown): Refusal {
  const why =
    cause instanceof z.ZodError ? "its content is not what a bridge writes" : cause instanceof Error ? cause.message : String(cause);
  return new Refusal(
    "book_unusable",
    `${file}: ${why.slice(0, 200)}`,
    "Mend or remove the file; removing it forgets what was spent today.",
  );
}
