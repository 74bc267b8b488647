import { pipeline, Readable, type Transform } from "node:stream";
import { decompressors } from "./decompress";

export type Body = { bytes: Buffer; truncated: boolean };

/** Packing never needs more than this above the size of what is packed. */
const PACKING_SLACK = 64 * 1024;

/** `whole`: a packing that was cut off is a fault, where a browser would show what had come. */
export type ReadBodyOptions = { whole?: boolean };

/**
 * Reads and unpacks a body up to `maxBytes`. What is unpacked is counted as it comes out, so that a small body which
 * unpacks to gigabytes is left as soon as it is over the cap. The source is destroyed unless it ended by itself.
 */
export async function readBody(
  source: Readable,
  encoding: string,
  maxBytes: number,
  { whole = false }: ReadBodyOptions = {},
): Promise<Body> {
  const raw = source.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let steps: Transform[] = [];
  try {
    const first = await raw.next();
    if (first.done) return { bytes: Buffer.alloc(0), truncated: false };
    steps = decompressors(encoding, first.value, whole) ?? [];
    const packed = { cut: false };
    const plain = steps.length === 0 ? replay(first.value, raw) : unpack(cap(replay(first.value, raw), maxBytes, packed), steps);
    const { bytes, truncated } = await collect(plain, maxBytes);
    return { bytes, truncated: truncated || packed.cut };
  } finally {
    for (const step of steps) step.destroy();
    if (!source.readableEnded) source.destroy();
  }
}

/** Unpacks a body part by part, as it comes; a packing that was cut off is a fault. How much comes out is the reader's to count. */
export async function* unpackParts(source: Readable, encoding: string): AsyncGenerator<Buffer> {
  const raw = source.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  const first = await raw.next();
  if (first.done) return;
  const steps = decompressors(encoding, first.value, true) ?? [];
  try {
    yield* steps.length === 0 ? replay(first.value, raw) : unpack(replay(first.value, raw), steps);
  } finally {
    for (const step of steps) step.destroy();
    if (!source.readableEnded) source.destroy();
  }
}

async function* replay(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** A packed body longer than the cap can't unpack to less: what never comes out must not be read for ever. */
async function* cap(source: AsyncIterable<Buffer>, maxBytes: number, told: { cut: boolean }): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    yield chunk;
    size += chunk.length;
    if (size <= maxBytes + PACKING_SLACK) continue;
    told.cut = true;
    return;
  }
}

function unpack(source: AsyncIterable<Buffer>, steps: Transform[]): AsyncIterable<Buffer> {
  // Its fault, if any, reaches whoever reads the last step.
  pipeline([Readable.from(source), ...steps], () => undefined);
  return steps.at(-1) as Transform;
}

async function collect(source: AsyncIterable<Buffer>, maxBytes: number): Promise<Body> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    parts.push(part);
    size += part.length;
    if (size > maxBytes) return { bytes: Buffer.concat(parts).subarray(0, maxBytes), truncated: true };
  }
  return { bytes: Buffer.concat(parts), truncated: false };
}
