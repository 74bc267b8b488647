import type { Address } from "viem";
import type { BlockTimes } from "@/lib/chain/blockTimes";
import type { TokenFacts } from "@/lib/chain/tokenFacts";
import type { Found, FoundContracts } from "./gather/findContracts";
import type { Deployer } from "./gather/findDeployer";
import type { DeployedPool, DeployedToken, DeployerCheckAnswer } from "./schema";

/** So much taken out at once by its maker is a pool that was pulled. */
const PULLED_BPS = 5_000;

type Parts = {
  id: string;
  block: bigint;
  asked: Address;
  deployer: Deployer;
  contracts: FoundContracts;
  tokens: readonly Found[];
  tokensLeftOut: number;
  fates: (token: Address) => DeployedPool[];
  facts: (token: Address) => TokenFacts;
  timeOf: BlockTimes;
};

export function writeAnswer({
  id,
  block,
  asked,
  deployer,
  contracts,
  tokens,
  tokensLeftOut,
  fates,
  facts,
  timeOf,
}: Parts): DeployerCheckAnswer {
  const told = tokens.map((one) => writeToken(one, fates(one.address), facts, timeOf));
  const count = (state: DeployedToken["state"]) => told.filter((one) => one.state === state).length;
  const counts = {
    sent: Number(deployer.sent),
    contracts: contracts.found.filter(({ nonce }) => nonce !== null).length,
    tokens: told.length,
    pulled: count("pulled"),
    live: count("live"),
    gone: count("gone"),
    unknown: count("unknown"),
  };
  const delays = told.flatMap(({ pools }) =>
    pools.filter(isPulled).flatMap(({ pulled_after_seconds: after }) => (after === null ? [] : [after])),
  );
  const soonest = delays.length > 0 ? Math.min(...delays) : null;
  const notChecked = missing(contracts, tokensLeftOut);
  return {
    chain: id,
    as_of_block: Number(block),
    asked,
    deployer: deployer.address,
    made_the_asked: madeIt(deployer),
    summary: summarise(counts, soonest, notChecked.length === 0),
    counts,
    soonest_pull_seconds: soonest,
    tokens: told,
    contracts: contracts.found.flatMap(({ address, nonce, is }) => (nonce === null ? [] : [{ address, nonce: Number(nonce), is }])),
    complete: notChecked.length === 0,
    not_checked: notChecked,
  };
}

function madeIt({ creation }: Deployer): DeployerCheckAnswer["made_the_asked"] {
  if (!creation) return null;
  const { factory, block, transaction, sure, why } = creation;
  return { factory, block: block === null ? null : Number(block), transaction, sure, why };
}

function writeToken(
  { address, nonce, first, owner, codeThere }: Found,
  pools: DeployedPool[],
  facts: Parts["facts"],
  timeOf: BlockTimes,
): DeployedToken {
  return {
    token: facts(address),
    found_by: nonce === null ? "first_event" : "nonce",
    nonce: nonce === null ? null : Number(nonce),
    first_seen_block: first ? Number(first.block) : null,
    first_seen_at: first ? timeOf(first.block) : null,
    owner,
    state: stateOf(pools, codeThere),
    pools,
  };
}

/** A pulled pool counts before anything else, also where another one is filled. */
function stateOf(pools: readonly DeployedPool[], codeThere: boolean): DeployedToken["state"] {
  if (!codeThere) return "gone";
  if (pools.some(isPulled)) return "pulled";
  if (pools.length === 0) return "no_pool";
  if (pools.some(({ pulled_bps, quote_left }) => pulled_bps === null || quote_left === null)) return "unknown";
  return pools.some(({ quote_left: left }) => BigInt(left ?? 0) > 0n) ? "live" : "empty";
}

function isPulled({ pulled_bps: pulled }: DeployedPool): boolean {
  return pulled !== null && pulled >= PULLED_BPS;
}

function missing({ leftOut, skippedNonces, logsComplete }: FoundContracts, tokensLeftOut: number): DeployerCheckAnswer["not_checked"] {
  const list: DeployerCheckAnswer["not_checked"] = [];
  if (skippedNonces > 0n)
    list.push({ id: "older_transactions", why: `The deployer's first ${skippedNonces} transactions were not looked at for deployments.` });
  if (leftOut > 0) list.push({ id: "more_contracts", why: `${leftOut} more contracts were found than were looked at.` });
  if (tokensLeftOut > 0) list.push({ id: "more_tokens", why: `The pools of ${tokensLeftOut} older tokens were not looked at.` });
  if (!logsComplete) list.push({ id: "first_events", why: "Our node did not give all events that name the deployer first." });
  return list;
}

function summarise(
  { tokens, pulled, unknown, contracts }: DeployerCheckAnswer["counts"],
  soonest: number | null,
  complete: boolean,
): string {
  const limit = complete ? "" : " Not everything could be looked at.";
  if (tokens === 0)
    return `No token of this deployer was found, and ${contracts} other ${contracts === 1 ? "contract" : "contracts"}.${limit}`;
  const all = `Of ${tokens} ${tokens === 1 ? "token" : "tokens"}, `;
  const open = unknown > 0 ? ` Of ${unknown} it could not be told.` : "";
  if (pulled === 0) return `${all}none had its pool emptied by the deployer.${open}${limit}`;
  const soon = soonest === null ? "" : `, the soonest after ${timeWords(soonest)}`;
  return `${all}${pulled} had at least half of a pool taken out by the deployer${soon}.${open}${limit}`;
}

function timeWords(seconds: number): string {
  const [size, word] =
    seconds >= 172_800 ? [86_400, "days"] : seconds >= 7_200 ? [3_600, "hours"] : seconds >= 120 ? [60, "minutes"] : [1, "seconds"];
  return `${Math.floor(seconds / size)} ${word}`;
}
