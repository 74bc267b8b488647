import { Mark } from "../parts/Mark";
import { RISK_LOOK, type RiskWord } from "./riskLook";

type Risk = { id: string; severity: RiskWord; text: string };

/** What somebody should know before signing, the worst first. */
export function RiskList({ risks }: { risks: readonly Risk[] }) {
  if (risks.length === 0) return null;
  return (
    <ul className="border-t border-line">
      {risks.map(({ id, severity, text }) => (
        <li
          key={id + text}
          className="grid gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 md:grid-cols-[7rem_1fr] md:px-5"
        >
          <Mark {...RISK_LOOK[severity]} />
          <span className="text-2 [overflow-wrap:anywhere]">{text}</span>
        </li>
      ))}
    </ul>
  );
}
