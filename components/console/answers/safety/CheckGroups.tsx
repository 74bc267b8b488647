import type { Check, SafetyAnswer } from "@/lib/safety/answer/shape";
import { CheckRow } from "../CheckRow";
import { resultCounts } from "../checkResult";
import { Fold } from "./Fold";
import { type GroupOfChecks, groupChecks } from "./groupChecks";

/** Every check by what it is about: what failed stands open, the rest is one click away. */
export function CheckGroups({ answer: { checks } }: { answer: SafetyAnswer }) {
  return groupChecks(checks).map((group) => <Group key={group.group} of={group} />);
}

function Group({ of: { label, failed, quiet } }: { of: GroupOfChecks }) {
  if (failed.length === 0) return <Folded heading={label} checks={quiet} />;
  return (
    <section className="border-t border-line">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 pt-3 pb-1 text-3 font-strong md:px-5">
        {label}
        <span className="num text-1 font-text text-ink-3">{resultCounts(failed)}</span>
      </h3>
      <ul>
        {failed.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
      {quiet.length > 0 ? <Folded checks={quiet} /> : null}
    </section>
  );
}

/** `heading`: the whole group lies in here. */
function Folded({ heading, checks }: { heading?: string; checks: readonly Check[] }) {
  const counts = resultCounts(checks);
  const label = heading ? <h3 className="text-3 font-strong">{heading}</h3> : <span className="num text-1 text-ink-3">{counts}</span>;
  return (
    <Fold label={label} side={heading ? counts : null}>
      <ul className="border-t border-line">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </Fold>
  );
}
