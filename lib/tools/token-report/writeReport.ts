import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import type { CreatorAnswer, PoolHistory, ReportSection } from "./schema";
import { liquiditySentences } from "./tell/liquidity";
import { makerSentences } from "./tell/maker";
import { holderSentences, powerSentences, tradeSentences, unknownSentences, verdictSentences } from "./tell/safety";

/** The whole report in sentences; what nothing can be said about is left out. */
export function writeReport(safety: SafetyAnswer, history: readonly PoolHistory[], maker: CreatorAnswer): ReportSection[] {
  const sections: ReportSection[] = [
    { title: "Verdict", sentences: verdictSentences(safety) },
    { title: "Buying and selling", sentences: tradeSentences(safety) },
    { title: "Who has power", sentences: powerSentences(safety) },
    { title: "Who holds it", sentences: holderSentences(safety) },
    { title: "Liquidity", sentences: liquiditySentences(safety, history) },
    { title: "Its maker", sentences: makerSentences(maker) },
    { title: "What could not be told", sentences: unknownSentences(safety) },
  ];
  return sections.filter(({ sentences }) => sentences.length > 0);
}
