import type { Tone } from "../parts/Mark";

export type RiskWord = "high" | "medium" | "low" | "info";

export const RISK_LOOK: Record<RiskWord, { tone: Tone; word: string }> = {
  high: { tone: "bad", word: "High" },
  medium: { tone: "warn", word: "Medium" },
  low: { tone: "note", word: "Low" },
  info: { tone: "none", word: "Note" },
};
