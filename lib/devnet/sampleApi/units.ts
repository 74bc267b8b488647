import { BadRequest } from "./answer";

/** Each as a multiple of its kind's first unit; temperatures with where they begin, too. */
const KINDS: Record<string, Record<string, [factor: number, offset?: number]>> = {
  length: { m: [1], km: [1_000], cm: [0.01], mm: [0.001], mi: [1_609.344], yd: [0.9144], ft: [0.3048], in: [0.0254], nmi: [1_852] },
  mass: { kg: [1], g: [0.001], t: [1_000], lb: [0.45359237], oz: [0.028349523125] },
  time: { s: [1], min: [60], h: [3_600], d: [86_400] },
  speed: { "m/s": [1], "km/h": [1 / 3.6], mph: [0.44704], kn: [1_852 / 3_600] },
  temperature: { K: [1], C: [1, 273.15], F: [5 / 9, 459.67 * (5 / 9)] },
};

export const UNITS = Object.values(KINDS).flatMap((kind) => Object.keys(kind));

export function convert(
  value: number,
  from: string,
  to: string,
): { value: number; from: string; to: string; result: number; kind: string } {
  const found = Object.entries(KINDS).find(([, units]) => Object.hasOwn(units, from));
  const [kind, units] = found ?? [];
  const one = units?.[from];
  if (!kind || !one) throw new BadRequest("from", `from must be one of ${UNITS.join(", ")}.`);
  const other = units && Object.hasOwn(units, to) ? units[to] : undefined;
  if (!other) throw new BadRequest("to", `to must be a unit of ${kind}: ${Object.keys(units ?? {}).join(", ")}.`);
  const base = value * one[0] + (one[1] ?? 0);
  return { value, from, to, result: Number(((base - (other[1] ?? 0)) / other[0]).toPrecision(12)), kind };
}
