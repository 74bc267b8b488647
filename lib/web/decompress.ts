import type { Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from "node:zlib";

/** Windows larger than this are not for the web (RFC 9659), and each costs its size in memory. */
const ZSTD_WINDOW_LOG = 23;
/** Nobody packs twice without meaning harm. */
const MOST_LAYERS = 2;

/** A body that was cut off in its packing still gives what had come, as browsers do. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

/** The steps that undo `content-encoding`, outermost first; null where one of them is unknown, so that nothing is undone. */
export function decompressors(encoding: string, firstBytes: Buffer): Transform[] | null {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity")
    .reverse();
  if (names.length > MOST_LAYERS) return null;
  const steps = names.map((name, index) => stepFor(name, index === 0 ? firstBytes : null));
  return steps.includes(null) ? null : (steps as Transform[]);
}

function stepFor(name: string, firstBytes: Buffer | null): Transform | null {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return createGunzip(LENIENT);
    case "deflate":
      // Half of the web sends it with the zlib head that the standard asks for, half without.
      return firstBytes && !hasZlibHead(firstBytes) ? createInflateRaw(LENIENT) : createInflate(LENIENT);
    case "br":
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
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
