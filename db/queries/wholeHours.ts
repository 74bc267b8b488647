import "server-only";

export type Period = { from: Date; to: Date };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A period as the figures are kept: whole UTC days, whole hours of one day around them, and what is left of an hour at either end. */
export type Pieces = { days: Period | null; hours: Period[]; edges: Period[] };

/** Nothing is claimed in the future, so an hour that is not over yet is whole if the period goes up to now. */
export function wholeHours({ from, to }: Period, now = Date.now()): Pieces {
  const end = to.getTime() >= now - 5_000 ? up(to.getTime(), HOUR_MS) : to.getTime();
  const start = from.getTime();
  const [firstHour, lastHour] = [up(start, HOUR_MS), down(end, HOUR_MS)];
  if (firstHour > lastHour) return { days: null, hours: [], edges: some([start, end]) };
  const edges = [...some([start, firstHour]), ...some([lastHour, end])];
  const [firstDay, lastDay] = [up(firstHour, DAY_MS), down(lastHour, DAY_MS)];
  if (firstDay > lastDay) return { days: null, hours: some([firstHour, lastHour]), edges };
  const [days = null] = some([firstDay, lastDay]);
  return { days, hours: [...some([firstHour, firstDay]), ...some([lastDay, lastHour])], edges };
}

const up = (time: number, width: number) => Math.ceil(time / width) * width;
const down = (time: number, width: number) => Math.floor(time / width) * width;
const some = ([from, to]: [number, number]): Period[] => (from < to ? [{ from: new Date(from), to: new Date(to) }] : []);
