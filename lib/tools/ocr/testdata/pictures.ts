import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";

/** One of the pictures beside this file: two lines about a ferry, drawn in a browser and turned, tilted, faded or spotted. */
export function picture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, name));
}

/** `plain.png` (two bits a pixel, rows unfiltered) as a BMP of 32 bits a pixel. */
export function plainAsBmp(): Buffer {
  const png = picture("plain.png");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf("IDAT") + 4;
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const rowBytes = Math.ceil(width / 4) + 1;
  const bmp = Buffer.alloc(54 + width * height * 4);
  bmp.write("BM");
  bmp.writeUInt32LE(bmp.length, 2);
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(width, 18);
  bmp.writeInt32LE(-height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(32, 28);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const shade = ((rows[y * rowBytes + 1 + (x >> 2)] ?? 0) >> (6 - 2 * (x & 3))) & 3;
    bmp.fill(shade * 85, 54 + i * 4, 57 + i * 4);
  }
  return bmp;
}

/** A JPEG with an EXIF orientation put behind its first marker. */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(`45786966000049492a0008000000010012010300010000000${orientation}00000000000000`.padEnd(64, "0"), "hex");
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, exif, jpeg.subarray(2)]);
}

/** A PNG whose head promises more pixels than anyone should unpack. */
export function bombPng(width: number, height: number): Buffer {
  const png = Buffer.from(picture("empty.png"));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** A GIF of 10 by 10 pixels with one frame in it that says to be far larger. */
export function bombGif(): Buffer {
  const gif = Buffer.from(picture("plain.gif"));
  gif.writeUInt16LE(10, 6);
  gif.writeUInt16LE(10, 8);
  const frame = gif.indexOf(0x2c, 19);
  gif.writeUInt16LE(40_000, frame + 5);
  gif.writeUInt16LE(40_000, frame + 7);
  return gif;
}
