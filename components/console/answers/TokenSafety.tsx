import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { Panel } from "../../ui/Panel";
import { resultCounts } from "./checkResult";
import { CheckGroups } from "./safety/CheckGroups";
import { CouldNotCheck } from "./safety/CouldNotCheck";
import { Holders } from "./safety/Holders";
import { Liquidity } from "./safety/Liquidity";
import { Powers } from "./safety/Powers";
import { SafetyHead } from "./safety/SafetyHead";
import { Taxes } from "./safety/Taxes";
import { Trials } from "./safety/Trials";

/** The answer of token-safety, to be read: the verdict, what speaks against it, what is not known, then who holds what. */
export function TokenSafety({ answer }: { answer: SafetyAnswer }) {
  return (
    <Panel className="overflow-hidden">
      <SafetyHead answer={answer} />
      <CheckGroups answer={answer} />
      <CouldNotCheck answer={answer} />
      <Taxes answer={answer} />
      <Powers answer={answer} />
      <Liquidity answer={answer} />
      <Holders answer={answer} />
      <Trials answer={answer} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
        <span>{resultCounts(answer.checks)}</span>
        <a href="/docs/judging" target="_blank" rel="noreferrer" className="link text-ink-2">
          How we judge a token
        </a>
      </div>
    </Panel>
  );
}
