import { Mark, type Tone } from "./Mark";
import { Ruler } from "./Ruler";

type GradeKey = "A" | "B" | "C" | "D" | "E" | "F";

const TONE: Record<GradeKey, Tone> = { A: "good", B: "good", C: "warn", D: "warn", E: "bad", F: "bad" };
const COLOR: Record<GradeKey, string> = {
  A: "text-v-ok",
  B: "text-v-ok",
  C: "text-v-caution",
  D: "text-v-caution",
  E: "text-v-avoid",
  F: "text-v-avoid",
};

export function Grade({ grade }: { grade: GradeKey }) {
  return <Mark tone={TONE[grade]} word={`Grade ${grade}`} large />;
}

/** 0 to 100, higher is better. */
export function GradeRuler({ grade, score }: { grade: GradeKey; score: number }) {
  return <Ruler score={score} color={COLOR[grade]} word="of 100" direction="higher is better" />;
}
