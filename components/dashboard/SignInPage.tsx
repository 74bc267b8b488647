import { ChartLine, Download, ListChecks } from "lucide-react";
import { SignInPanel } from "./SignInPanel";

const REASONS = [
  { icon: ChartLine, title: "What came in", text: "Revenue, paid calls, the share that was answered, and how many payers, day by day." },
  {
    icon: ListChecks,
    title: "Every payment, step by step",
    text: "Received, verified, answered, settled, to the millisecond, with its transaction.",
  },
  { icon: Download, title: "Yours to keep", text: "Filter, search, and download it all as CSV with exact amounts." },
] as const;

/** Who comes without a session: what is behind the door, and the two ways in. */
export function SignInPage() {
  return (
    <div className="page grid gap-10 py-10 md:py-14 lg:grid-cols-[1fr_456px] lg:gap-16">
      <div>
        <h1 className="text-6">See what your tools earn</h1>
        <p className="mt-3 max-w-measure text-3 text-ink-2">
          The dashboard shows every payment that was made to your address, and nobody else's. You sign a message with that wallet to prove
          that it is yours. It costs nothing and moves no money.
        </p>
        <ul className="mt-8 grid max-w-measure gap-6">
          {REASONS.map(({ icon: Icon, title, text }) => (
            <li key={title} className="flex gap-4">
              <Icon aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
              <div>
                <h2 className="text-3 font-strong">{title}</h2>
                <p className="text-2 text-ink-2">{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <SignInPanel />
    </div>
  );
}
