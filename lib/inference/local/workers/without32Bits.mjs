const HEADER = 54;

/** A BMP of 32 bits a pixel as one of 24, which the engine can open; anything else as it is. */
export function without32Bits(bytes) {
  if (bytes.length < HEADER || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint32(10, true);
  const width = view.getInt32(18, true);
  const height = view.getInt32(22, true);
  const pixels = width * Math.abs(height);
  if (view.getUint16(28, true) !== 32 || width <= 0 || start + pixels * 4 > bytes.length) return bytes;
  const row = Math.ceil((width * 3) / 4) * 4;
  const out = new Uint8Array(HEADER + row * Math.abs(height));
  out.set(bytes.subarray(0, HEADER));
  const head = new DataView(out.buffer);
  head.setUint32(2, out.length, true);
  head.setUint32(10, HEADER, true);
  head.setUint32(14, 40, true);
  head.setUint16(28, 24, true);
  // Neither packed nor with masks or a palette.
  for (const at of [30, 46, 50]) head.setUint32(at, 0, true);
  head.setUint32(34, out.length - HEADER, true);
  for (let i = 0; i < pixels; i++) {
    const to = HEADER + Math.floor(i / width) * row + (i % width) * 3;
    out.set(bytes.subarray(start + i * 4, start + i * 4 + 3), to);
  }
  return out;
}
