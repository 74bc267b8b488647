import { crc32, deflateSync } from "node:zlib";

/** A small PNG: a brown disc on a pale ground, which passes for a loaf. */
export function picture(width: number, height: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => row(width, height, y));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
}

function row(width: number, height: number, y: number): Buffer {
  const pixels = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) {
    const distance = Math.hypot((x - width / 2) / (width * 0.36), (y - height / 2) / (height * 0.4));
    const crust = distance < 1;
    const slash = crust && Math.abs(((x + y) % (height / 3)) - height / 6) < height / 60;
    const shade = Math.round(40 * Math.min(1, distance));
    pixels.set(slash ? [226, 190, 140] : crust ? [150 - shade, 96 - shade, 48 - shade / 2] : [246, 236, 220], 1 + x * 3);
  }
  return pixels;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
