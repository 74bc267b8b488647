import { cx } from "../ui/cx";
import { Coin } from "./Coin";
import type { DisplayFacts, Led, Tone } from "./displayOf";

const TONES: Record<Tone, string> = {
  ready: "text-display-on",
  wait: "text-display-wait",
  plain: "text-display-ink",
  warn: "text-display-warn",
  bad: "text-display-bad",
};

const LEDS: Record<Led, string> = {
  off: "bg-display-rule",
  on: "bg-display-on",
  now: "bg-linear-to-r from-display-wait from-55% to-display-rule to-55%",
  bad: "bg-display-bad",
  ask: "bg-display-warn",
};

const STEPS = ["price", "sign", "run", "settle", "answer"] as const;

/** The machine's lit line. What it says is read out as it changes. */
export function Display({ facts }: { facts: DisplayFacts }) {
  return (
    <div className="rounded-t-[9px] bg-display px-4 pt-6 pb-1.5 text-display-ink md:px-5 md:pt-7">
      <div className="num flex items-center gap-3">
        <div className="min-w-0 flex-1" role="status" aria-live="polite" aria-atomic>
          <div className={cx("text-3 font-strong", TONES[facts.tone])}>{facts.word}</div>
          {/* Seconds that tick are not read out each time. */}
          <div className="min-h-4 text-1 text-display-dim" aria-hidden={/\d s, closes/.test(facts.line) || undefined}>
            {facts.line}
          </div>
        </div>
        <div className="num-lg shrink-0 text-4 md:text-5">{facts.price}</div>
        <Coin state={facts.coin} />
      </div>
      <div aria-hidden className="mt-5 grid grid-cols-5 gap-1">
        {STEPS.map((step, index) => (
          <span key={step} className={cx("h-0.75", LEDS[facts.leds[index] ?? "off"])} />
        ))}
      </div>
    </div>
  );
}
