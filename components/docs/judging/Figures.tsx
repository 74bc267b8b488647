import type { ReactNode } from "react";
import type { Benchmark } from "@/lib/safety/benchmark";
import { DocTable } from "../DocTable";
import { Mono } from "../Mono";

type Half = Benchmark["halves"][number];
type Share = Half["avoid"];

const NAMES: Record<Half["half"], string> = {
  seen: "Contracts that the checks were written with",
  heldout: "Contracts made afterwards, never used to adjust a check",
};

/** What the last run of the benchmark found, both halves of the range. */
export function Figures({ benchmark }: { benchmark: Benchmark | null }) {
  if (!benchmark) {
    return (
      <p>
        No figures are kept yet. <Mono>npm run bench:safety -- --write</Mono> measures them and keeps them here.
      </p>
    );
  }
  const { date, commit, halves, http, engine } = benchmark;
  return (
    <>
      <p>
        Run on {date.slice(0, 10)} at <Mono>{commit.slice(0, 12)}</Mono>, over contracts written for it, malicious ones and benign twins,
        and real code of well-known tokens.
      </p>
      {halves.map((half) => (
        <DocTable key={half.half} label={NAMES[half.half]} rows={rowsOf(half)} />
      ))}
      <DocTable
        label="Time"
        rows={[
          ...(http
            ? [{ key: "http", term: "A paid call", text: `Half within ${whole(http.p50Ms)} ms, 95 % within ${whole(http.p95Ms)} ms.` }]
            : []),
          { key: "engine", term: "The judging alone", text: engineText(engine) },
        ]}
      />
    </>
  );
}

function rowsOf(half: Half): { key: string; term: ReactNode; text: ReactNode }[] {
  return [
    { key: "contracts", term: <b>{NAMES[half.half]}</b>, text: String(half.contracts) },
    { key: "avoid", term: "Deserve avoid, and got it", text: shareText(half.avoid) },
    { key: "caution", term: "Deserve caution, and got that or worse", text: shareText(half.caution) },
    { key: "false", term: "Deserve better, and were called avoid", text: shareText(half.falseAvoid) },
    { key: "clean", term: "Clean, and were called caution", text: shareText(half.cleanAsCaution) },
    { key: "unknown", term: "Had no verdict", text: shareText(half.unknown) },
    { key: "named", term: "Where the failing check names the real reason", text: shareText(half.named) },
    { key: "pairs", term: "Malicious contract and benign twin told apart", text: shareText(half.pairs) },
    {
      key: "behaviours",
      term: "By behaviour",
      text: (
        <ul>
          {half.behaviours.map(({ behaviour, title, contracts, right }) => (
            <li key={behaviour}>
              {title}: <span className="num">{`${right} of ${contracts}`}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

function shareText({ right, of }: Share): ReactNode {
  return <span className="num">{of === 0 ? "none to try" : `${right} of ${of} (${((right / of) * 100).toFixed(1)} %)`}</span>;
}

function engineText({ p50Ms, p95Ms, tripsP50, tripsMost, latencyMs }: Benchmark["engine"]): string {
  const node = latencyMs > 0 ? `with a node ${whole(latencyMs)} ms away` : "with a node on the same machine";
  return `Half within ${whole(p50Ms)} ms, 95 % within ${whole(p95Ms)} ms, ${node}. ${whole(tripsP50)} requests to the node as a rule, ${whole(tripsMost)} at the most.`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
