import type { VerdictKey } from "../../ui/Verdict";
import { Ruler } from "./parts/Ruler";

const COLOR: Record<VerdictKey, string> = { avoid: "text-v-avoid", caution: "text-v-caution", ok: "text-v-ok", unknown: "text-v-unknown" };

/** 0 to 100, higher is worse. */
export function RiskRuler({ score, verdict }: { score: number; verdict: VerdictKey }) {
  return <Ruler score={score} color={COLOR[verdict]} word="risk" direction="higher is worse" />;
}
