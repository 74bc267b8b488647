import { z } from "zod";

const SHAPE = /^(latest|\d{1,15}|\d{1,9}s)$/i;

/** A block as people give it: its number, `latest`, or how many seconds ago, such as `3600s`. */
export function blockInput(what: string) {
  return z
    .union([
      z.int().min(0),
      z.string().trim().regex(SHAPE, "A block is its number, `latest`, or how many seconds ago it was, such as `3600s`."),
    ])
    .describe(what)
    .meta({ type: ["string", "integer"] });
}

/** The two ends of a window of blocks, both of which may be left out. */
export const windowInput = {
  from_block: blockInput("The first block: its number, or how many seconds before now, such as `3600s`.").optional(),
  to_block: blockInput("The last block: its number, seconds before now, or `latest`. The newest when left out.").optional(),
};

export const cursorInput = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_-]{8,200}$/, "A cursor is taken as it is from the answer before.")
  .optional()
  .describe("Where the answer before left off: its `cursor`, beside the same question.");

/** What is asked of a window and where the answer goes on, as forms name it. */
export const windowFields = {
  from_block: { label: "From block", placeholder: "number, or 3600s for an hour ago", mono: true },
  to_block: { label: "To block", placeholder: "latest", mono: true },
  cursor: { label: "Cursor", note: "From the answer before, to go on.", mono: true },
};

export type BlockChoice = z.output<ReturnType<typeof blockInput>>;
