"use client";

import { output, type TokenSafetyAnswer } from "@/lib/tools/token-safety/schema";
import { GenericAnswer } from "./GenericAnswer";
import { TokenSafety } from "./TokenSafety";

/** An answer to be read: a tool's own view where it has one. */
export function AnswerView({ slug, answer }: { slug: string; answer: unknown }) {
  if (slug === "token-safety" && isTokenSafety(answer)) return <TokenSafety answer={answer} />;
  return <GenericAnswer answer={answer} />;
}

/** An older kept answer may have another shape; it is shown as it is then. */
function isTokenSafety(answer: unknown): answer is TokenSafetyAnswer {
  return output.safeParse(answer).success;
}
