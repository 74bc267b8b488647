import type { Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from "node:zlib";

/** Windows larger than this are not for the web (RFC 9659), and each costs its size in memory. */
const ZSTD_WINDOW_LOG = 23;
/** Nobody packs twice without meaning harm. */
const MOST_LAYERS = 2;

/** A body that was cut off in its packing still gives what had come, as browsers do. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** The steps that undo `content-encoding`, outermost first; null where one of them is unknown, so that nothing is undone. */
export function decompressors(encoding: string, firstBytes: Buffer, whole = false): Transform[] | null {
  const names = packings(encoding);
  if (names.length > MOST_LAYERS) return null;
  const steps = names.map((name, index) => stepFor(name, index === 0 ? firstBytes : null, whole));
  return steps.includes(null) ? null : (steps as Transform[]);
}

/** Can all that this header names be undone? */
export function canUnpack(encoding: string): boolean {
  const names = packings(encoding);
  return names.length <= MOST_LAYERS && names.every((name) => KNOWN.has(name));
}

const KNOWN = new Set(["gzip", "x-gzip", "deflate", "br", "zstd"]);

/** Outermost first. */
function packings(encoding: string): string[] {
  return encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity")
    .reverse();
}

function stepFor(name: string, firstBytes: Buffer | null, whole: boolean): Transform | null {
  const ending = whole ? {} : LENIENT;
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip(ending);
    case "deflate":
      // Half of the web sends it with the zlib head that the standard asks for, half without.
      return firstBytes && !hasZlibHead(firstBytes) ? createInflateRaw(ending) : createInflate(ending);
    case "br":
      return createBrotliDecompress(whole ? {} : { finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case "zstd":
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
    default:
      return null;
  }
}

function hasZlibHead(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
