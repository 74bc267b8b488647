/** A fault before its line is known. */
export type Fault = { code: string; message: string; hint?: string; pointer: string | null; line?: number | null };

/** The document can't be read at all. */
export class SpecRefusal extends Error {
  override readonly name = "SpecRefusal";
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(faults[0]?.message ?? "The document can't be read.");
    this.faults = faults;
  }
}
