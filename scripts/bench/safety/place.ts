import { compileRange } from "@/lib/devnet/tokens/compileRange";
import { deployRange } from "@/lib/devnet/tokens/deployRange";
import { RANGE } from "@/lib/devnet/tokens/manifest";
import type { Row } from "@/lib/devnet/tokens/types";
import type { Half, Placed } from "./types";

const HALVES: readonly Half[] = ["seen", "heldout"];

/** Compiles the chosen contracts and puts them on this chain. */
export async function place(
  rpcUrl: string,
  cacheDir: string,
  chosen: { half: Half | null; only: string | null; salt: string },
): Promise<Placed[]> {
  const halves = new Map<Row, Half>();
  for (const half of HALVES.filter((one) => chosen.half === null || one === chosen.half)) {
    for (const row of RANGE[half]) if (row.id.includes(chosen.only ?? "")) halves.set(row, half);
  }
  const rows = [...halves.keys()];
  if (rows.length === 0) throw new Error("No contract of the range is called so.");
  const codes = compileRange(
    cacheDir,
    rows.flatMap((row) => [row, ...(row.helpers ?? [])]),
  );
  const deployed = await deployRange(rpcUrl, rows, codes, chosen.salt);
  return deployed.map((one) => ({ ...one, half: halves.get(one.row) ?? "seen" }));
}
