import type { DeployedToken, DeployerCheckAnswer } from "@/lib/tools/deployer-check/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { Lines } from "./market/Cells";
import { bpsText } from "./market/poolText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { Unchecked } from "./parts/Unchecked";

const STATES: Record<DeployedToken["state"], { tone: Tone; word: string }> = {
  live: { tone: "good", word: "Live" },
  pulled: { tone: "bad", word: "Pulled" },
  empty: { tone: "warn", word: "Empty" },
  no_pool: { tone: "none", word: "No pool" },
  gone: { tone: "warn", word: "Gone" },
  unknown: { tone: "unknown", word: "Unknown" },
};

/** The answer of deployer-check: what became of everything that this account made. */
export function DeployerCheck({ answer }: { answer: DeployerCheckAnswer }) {
  const { counts, tokens, deployer, as_of_block, complete } = answer;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={
          <Mark
            tone={counts.pulled > 0 ? "bad" : "note"}
            word={counts.pulled > 0 ? `${counts.pulled} pulled` : `${counts.tokens} ${counts.tokens === 1 ? "token" : "tokens"}`}
            large
          />
        }
        summary={answer.summary}
        facts={[
          `${counts.sent.toLocaleString("en")} sent, ${counts.contracts} contracts, ${counts.tokens} tokens`,
          `as of block ${as_of_block.toLocaleString("en")}`,
          complete ? null : "not all of it was looked at",
        ]}
      />
      <div className="border-t border-line px-4 py-3 text-2 md:px-5">
        <span className="text-ink-3">Deployer</span> <Hash value={deployer} />
      </div>
      {tokens.length > 0 ? (
        <PartTable
          label="Tokens"
          columns={[{ label: "State", className: "w-28" }, { label: "Token" }, { label: "Pools", className: "w-2/5" }]}
          rows={tokens.map((one) => ({
            key: one.token.address,
            cells: [
              <Mark key="state" {...STATES[one.state]} />,
              <Lines
                key="token"
                main={<span className="font-label">{one.token.symbol ?? "nameless"}</span>}
                below={[<Hash key="at" value={one.token.address} />]}
              />,
              <Lines key="pools" main={poolsText(one)} />,
            ],
          }))}
        />
      ) : null}
      <Unchecked of={answer.not_checked} />
    </Panel>
  );
}

function poolsText({ pools }: DeployedToken): string {
  if (pools.length === 0) return "none";
  const most = Math.max(...pools.map(({ pulled_bps }) => pulled_bps ?? 0));
  const named = `${pools.length} ${pools.length === 1 ? "pool" : "pools"}`;
  return most > 0 ? `${named}; up to ${bpsText(most)} taken out at once` : named;
}
