import type { TokenSafetyAnswer } from "@/lib/tools/token-safety/schema";
import type { Answered } from "./types";

/** What of an answer is judged here: its verdict, and every check that did not pass. */
export function readAnswer(answer: unknown): Omit<Answered, "cost"> {
  const { verdict, summary, checks } = answer as TokenSafetyAnswer;
  const trouble = checks
    .filter(({ status }) => status === "fail" || status === "unknown")
    .map(({ id, status, severity, evidence }) => ({ id, status, text: `${severity}: ${evidence.text}` }));
  return { got: verdict, summary, trouble };
}
