const DAY_MS = 86_400_000;
/** A new moon, and the mean time from one to the next. */
const NEW_MOON_MS = Date.UTC(2000, 0, 6, 18, 14);
const MONTH_DAYS = 29.530588853;

const NAMES = [
  "new moon",
  "waxing crescent",
  "first quarter",
  "waxing gibbous",
  "full moon",
  "waning gibbous",
  "last quarter",
  "waning crescent",
];

export type Moon = { name: string /** From 0 to 1. */; lit: number /** From 0, a new moon, to 1, the next. */; age: number };

/** The moon at noon of a day (its start in UTC), from the mean length of its month: right to about a day. */
export function moonOf(day: Date): Moon {
  const months = (day.getTime() + DAY_MS / 2 - NEW_MOON_MS) / DAY_MS / MONTH_DAYS;
  const age = months - Math.floor(months);
  return { name: NAMES[Math.round(age * 8) % 8] ?? "new moon", lit: (1 - Math.cos(2 * Math.PI * age)) / 2, age };
}

/** What the moon looks like from the north, a pixel a value from 0 to 255. */
export function moonPixel(moon: Moon, size: number, x: number, y: number): number {
  const radius = size * 0.45;
  const [dx, dy] = [x + 0.5 - size / 2, y + 0.5 - size / 2];
  const half = Math.sqrt(radius ** 2 - dy ** 2);
  if (Math.abs(dy) >= radius || Math.abs(dx) >= half) return 12;
  const edge = half * Math.cos(2 * Math.PI * moon.age);
  const bright = moon.age < 0.5 ? dx > edge : dx < -edge;
  return bright ? 235 : 45;
}
