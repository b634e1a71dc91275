/** Draws the add-in's icons into addin/assets. Run `node scripts/make-icons.mjs` after a change of the shapes; same shapes, same bytes. */
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { icons, sizes } from './icon-shapes.mjs';

/** Samples per pixel and direction. */
const fineness = 8;

const inside = {
  disc: ({ x, y, radius }, px, py) => (px - x) ** 2 + (py - y) ** 2 <= radius ** 2,
  box({ x, y, width, height, radius }, px, py) {
    if (px < x || py < y || px > x + width || py > y + height) return false;
    const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
    const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
    return dx ** 2 + dy ** 2 <= radius ** 2 || dx === 0 || dy === 0;
  },
  polygon({ points }, px, py) {
    let odd = false;
    points.forEach(([ax, ay], index) => {
      const [bx, by] = points[(index + 1) % points.length];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) odd = !odd;
    });
    return odd;
  },
};

/** RGBA rows, averaged over the samples of each pixel. */
function draw(shapes, size) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const sum = [0, 0, 0, 0];
    for (let sample = 0; sample < fineness ** 2; sample += 1) {
      const x = (((at % size) + ((sample % fineness) + 0.5) / fineness) * 32) / size;
      const y = ((Math.floor(at / size) + (Math.floor(sample / fineness) + 0.5) / fineness) * 32) / size;
      const top = shapes.findLast((shape) => inside[shape.kind](shape, x, y));
      if (!top) continue;
      [1, 3, 5].forEach((from, channel) => {
        sum[channel] += parseInt(top.color.slice(from, from + 2), 16);
      });
      sum[3] += 1;
    }
    for (let channel = 0; channel < 3; channel += 1) pixels[at * 4 + channel] = sum[3] === 0 ? 0 : Math.round(sum[channel] / sum[3]);
    pixels[at * 4 + 3] = Math.round((sum[3] * 255) / fineness ** 2);
  }
  return pixels;
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const crc = body.reduce((value, byte) => crcTable[(value ^ byte) & 0xff] ^ (value >>> 8), 0xffffffff);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of 8-bit RGBA. */
function png(pixels, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, shapes] of Object.entries(icons)) {
  for (const size of sizes[name])
    writeFileSync(new URL(`../addin/assets/${name}-${size}.png`, import.meta.url), png(draw(shapes, size), size));
}
