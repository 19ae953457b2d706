// Screenshots as one animated PNG: of each frame only the rectangle is written that is not as in the frame before, and what is the
// same in it is transparent, in the colours that come most often.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The frames are PNGs of one size, with 8 bits a channel and not interlaced, as browsers take screenshots. It plays again and again. */
export function animatedPng(frames) {
  const { palette, pictures } = inFewColours(frames.map(({ png }) => decode(png)));
  const [{ width, height }] = pictures;
  const header = Buffer.concat([numbers(width, height), Buffer.from([8, 3, 0, 0, 0])]);
  const alpha = Buffer.alloc(transparent + 1, 255).fill(0, transparent);
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette), chunk('tRNS', alpha), chunk('acTL', numbers(frames.length, 0))];
  let sequence = 0;
  for (const [at, picture] of pictures.entries()) {
    const box = at === 0 ? whole(picture) : changed(pictures[at - 1], picture);
    const control = Buffer.concat([
      numbers(sequence++, box.width, box.height, box.left, box.top),
      shorts(frames[at].milliseconds, 1000),
      // What was drawn stays, and this is drawn over it.
      Buffer.from([0, 1]),
    ]);
    chunks.push(chunk('fcTL', control));
    const data = deflateSync(rows(picture, box, pictures[at - 1]), { level: 9 });
    chunks.push(at === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([numbers(sequence++), data])));
  }
  return Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** Enough for a page without photographs. */
const mostColours = 128;
/** The place in the palette that shows what was there before. */
const transparent = mostColours;

/** The pictures with the place of a colour for each pixel: one of those that come most often, or else the nearest of them. */
function inFewColours(pictures) {
  const counts = new Map();
  for (const { pixels, size } of pictures)
    for (let at = 0; at < pixels.length; at += size) {
      const colour = pixels.readUIntBE(at, 3);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  const colours = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const kept = colours.slice(0, mostColours);
  const placeOf = new Map(colours.map((colour) => [colour, nearestOf(kept, colour)]));
  // With one place more, whose colour nobody sees.
  const palette = Buffer.alloc((transparent + 1) * 3);
  for (const [at, colour] of kept.entries()) palette.writeUIntBE(colour, at * 3, 3);
  const indexed = pictures.map(({ width, height, size, pixels }) => {
    const places = Buffer.alloc(width * height);
    for (let at = 0; at < places.length; at++) places[at] = placeOf.get(pixels.readUIntBE(at * size, 3));
    return { width, height, size: 1, pixels: places };
  });
  return { palette, pictures: indexed };
}

function nearestOf(colours, colour) {
  const distances = colours.map((one) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** Its pixels row by row, `size` bytes each. */
function decode(png) {
  let header;
  const data = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [width, height, size] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  return { width, height, size, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * size, height, size) };
}

/** Undoes the filters of PNG (section 9 of its specification). */
function unfiltered(raw, stride, height, size) {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const place = row * stride + at;
      const left = at < size ? 0 : pixels[place - size];
      const up = row === 0 ? 0 : pixels[place - stride];
      const corner = at < size || row === 0 ? 0 : pixels[place - stride - size];
      pixels[place] = raw[row * (stride + 1) + 1 + at] + predicted(filter, left, up, corner);
    }
  }
  return pixels;
}

function predicted(filter, left, up, corner) {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearest(left, up, corner);
    default:
      return 0;
  }
}

function nearest(left, up, corner) {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function whole({ width, height }) {
  return { left: 0, top: 0, width, height };
}

/** The smallest rectangle with all that has changed; a pixel where nothing has, as each frame needs one. */
function changed(before, { width, height, size, pixels }) {
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let place = 0; place < pixels.length; place++) {
    if (pixels[place] === before.pixels[place]) continue;
    const [x, y] = [Math.floor(place / size) % width, Math.floor(place / (size * width))];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  if (box.right < 0) return { left: 0, top: 0, width: 1, height: 1 };
  return { left: box.left, top: box.top, width: box.right - box.left + 1, height: box.bottom - box.top + 1 };
}

/** Each row as it is: a palette has no near colours at near places. */
/** The rows of a box, each after the number of its filter, which is none; what is as in the picture before is transparent. */
function rows({ width, pixels }, box, before) {
  const raw = Buffer.alloc((box.width + 1) * box.height);
  for (let row = 0; row < box.height; row++) {
    const from = (box.top + row) * width + box.left;
    const to = row * (box.width + 1) + 1;
    for (let at = 0; at < box.width; at++) {
      const pixel = pixels[from + at];
      raw[to + at] = before?.pixels[from + at] === pixel ? transparent : pixel;
    }
  }
  return raw;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  return Buffer.concat([numbers(body.length), named, numbers(crc32(named))]);
}

function numbers(...all) {
  const bytes = Buffer.alloc(all.length * 4);
  for (const [at, one] of all.entries()) bytes.writeUInt32BE(one, at * 4);
  return bytes;
}

function shorts(...all) {
  const bytes = Buffer.alloc(all.length * 2);
  for (const [at, one] of all.entries()) bytes.writeUInt16BE(one, at * 2);
  return bytes;
}
