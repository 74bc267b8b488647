/** How a flow ended: whole, broken off by its source, or left by its reader. */
export type FlowEnd = "whole" | "broken" | "left";

/**
 * An answer that comes in parts. It exists once its source has given the first part: then it is paid for, and only
 * then it flows. A source that fails afterwards must say so in a last part of its own and set `end` to `broken`.
 */
export class Flow {
  readonly contentType: string;
  /** Each part as it goes out. Returning early (the reader has left) must cancel the source. */
  readonly parts: AsyncIterable<string | Uint8Array>;
  /** Known when the parts have ended. `used`: atomic, null where the source did not tell. */
  readonly told: () => { end: FlowEnd; used: bigint | null };

  constructor(contentType: string, parts: AsyncIterable<string | Uint8Array>, told: Flow["told"]) {
    this.contentType = contentType;
    this.parts = parts;
    this.told = told;
  }
}
