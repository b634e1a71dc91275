/**
 * The add-in's icons as shapes on a grid of 32. Corners lie on even numbers, so that edges are sharp at 16, 32, 64 and 80 pixels.
 * A shape is a polygon, a disc or a rounded box; later shapes lie over earlier ones; `cut` makes a hole.
 */
const teal = '#0D6B86';
const sky = '#8FD3E4';
const white = '#FFFFFF';
// Mid-tones for commands: they are read on Excel's light and dark ribbons alike.
const line = '#1E86A3';
const red = '#C8433F';
const green = '#2E8B57';

const box = (x, y, width, height, color, radius = 0) => ({ kind: 'box', x, y, width, height, radius, color });
const disc = (x, y, radius, color) => ({ kind: 'disc', x, y, radius, color });
const polygon = (color, ...points) => ({ kind: 'polygon', points, color });

/** Two sides of unlike height on a level beam. */
const brand = [
  box(0, 0, 32, 32, teal, 7),
  box(4, 18, 24, 4, white),
  polygon(white, [16, 22], [20, 28], [12, 28]),
  box(6, 10, 8, 8, white),
  box(18, 4, 8, 14, sky),
];

const sheet = (color) => [
  box(2, 4, 28, 24, color, 3),
  box(4, 10, 24, 16, white),
  box(4, 16, 24, 2, color),
  box(12, 10, 2, 16, color),
  box(20, 10, 2, 16, color),
];

const check = [
  ...sheet(line),
  disc(22, 22, 10, white),
  disc(22, 22, 8, green),
  polygon(white, [17, 22], [18.5, 20.5], [21, 23], [25.5, 18.5], [27, 20], [21, 26]),
];
const run = [disc(16, 16, 14, green), polygon(white, [12, 8], [24, 16], [12, 24])];
const stop = [disc(16, 16, 14, red), box(10, 10, 12, 12, white, 1)];
const sample = [...sheet(line), disc(22, 22, 10, white), disc(22, 22, 8, line), box(21, 17, 2, 10, white), box(17, 21, 10, 2, white)];
const help = [
  disc(16, 16, 14, line),
  disc(16, 12, 6, white),
  disc(16, 12, 3, line),
  box(8, 12, 8, 6, line),
  box(14, 15, 4, 5, white),
  box(14, 22, 4, 4, white),
];

export const icons = { brand, check, run, stop, sample, help };

/** Pixels of each icon; 64 is the add-in's own in lists. */
export const sizes = {
  brand: [16, 32, 64, 80],
  check: [16, 32, 80],
  run: [16, 32, 80],
  stop: [16, 32, 80],
  sample: [16, 32, 80],
  help: [16, 32, 80],
};
