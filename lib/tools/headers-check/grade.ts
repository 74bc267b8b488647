import type { HeadersCheckAnswer } from "./schema";

type Grade = HeadersCheckAnswer["grade"];

export const GRADES: readonly { grade: Grade; from: number }[] = [
  { grade: "A", from: 90 },
  { grade: "B", from: 75 },
  { grade: "C", from: 60 },
  { grade: "D", from: 45 },
  { grade: "E", from: 30 },
  { grade: "F", from: 0 },
];

/** Points had of those that could be had here: what was not measured is left out of both. */
export function scoreOf(rules: readonly { points: number; got: number | null }[]): number {
  const measured = rules.filter(({ got }) => got !== null);
  const could = measured.reduce((sum, { points }) => sum + points, 0);
  const had = measured.reduce((sum, { got }) => sum + (got ?? 0), 0);
  return could === 0 ? 0 : Math.round((had / could) * 100);
}

export function gradeOf(score: number): Grade {
  return GRADES.find(({ from }) => score >= from)?.grade ?? "F";
}
