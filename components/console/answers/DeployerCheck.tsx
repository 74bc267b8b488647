import type { DeployedToken, DeployerCheckAnswer } from "@/lib/tools/deployer-check/schema";
import { Hash } from "../../ui/Hash";
import { Panel } from "../../ui/Panel";
import { Lines } from "./market/Cells";
import { bpsText } from "./market/poolText";
import { AnswerHead } from "./parts/AnswerHead";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { NotChecked } from "./safety/NotChecked";

const STATE: Record<DeployedToken["state"], { tone: Tone; word: string }> = {
  live: { tone: "good", word: "Live" },
  pulled: { tone: "bad", word: "Pulled" },
  empty: { tone: "warn", word: "Empty" },
  no_pool: { tone: "none", word: "No pool" },
  gone: { tone: "bad", word: "Gone" },
  unknown: { tone: "unknown", word: "Unknown" },
};

/** The answer of deployer-check: each of the deployer's tokens and what became of its pools. */
export function DeployerCheck({ answer }: { answer: DeployerCheckAnswer }) {
  const { deployer, summary, counts, tokens, as_of_block, chain, not_checked } = answer;
  const contracts = `${counts.contracts} ${counts.contracts === 1 ? "contract" : "contracts"} made`;
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...headOf(counts)} large />}
        summary={summary}
        facts={[
          contracts,
          `${counts.sent.toLocaleString("en")} transactions sent`,
          `as of block ${as_of_block.toLocaleString("en")}`,
          chain,
        ]}
      />
      <p className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
        Deployer <Hash value={deployer} />
      </p>
      {tokens.length > 0 ? (
        <PartTable
          label="Tokens of the deployer"
          columns={[{ label: "State", className: "w-26" }, { label: "Token" }, { label: "Pools" }]}
          rows={tokens.map((token) => ({ key: token.token.address, cells: cellsOf(token) }))}
        />
      ) : null}
      <NotChecked list={not_checked} />
    </Panel>
  );
}

function headOf({ tokens, pulled, unknown, gone }: DeployerCheckAnswer["counts"]): { tone: Tone; word: string } {
  if (pulled > 0) return { tone: "bad", word: `${pulled} of ${tokens} pulled` };
  if (unknown > 0) return { tone: "unknown", word: `${unknown} of ${tokens} unknown` };
  if (gone > 0) return { tone: "warn", word: `${gone} of ${tokens} gone` };
  return tokens > 0 ? { tone: "none", word: "None pulled" } : { tone: "none", word: "No token found" };
}

function cellsOf({ token, state, pools, first_seen_at, owner }: DeployedToken) {
  const below = [<Hash key="at" value={token.address} />, first_seen_at, owner ? "has an owner" : null];
  return [
    <Mark key="state" {...STATE[state]} />,
    <Lines key="token" main={<span className="font-label">{token.symbol ?? "without a symbol"}</span>} below={below} />,
    <Lines key="pools" main={pools.length === 0 ? "none" : ""} below={pools.map(poolText)} />,
  ];
}

function poolText({ version, quote, pulled_bps, pulled_after_seconds }: DeployedToken["pools"][number]): string {
  const pulled = pulled_bps === null ? "unknown" : pulled_bps === 0 ? "nothing pulled" : `${bpsText(pulled_bps)} pulled`;
  const after = pulled_after_seconds === null ? "" : ` after ${Math.round(pulled_after_seconds / 60).toLocaleString("en")} min`;
  return `${version} ${quote}: ${pulled}${after}`;
}
