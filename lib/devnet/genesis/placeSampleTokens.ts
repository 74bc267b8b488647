import type { SampleToken } from "../../env";
import type { CompiledContracts } from "../compileContracts";
import { launch, type Plan } from "./activity/launch";
import type { Bench } from "./bench";

type Sample = Plan & { name: string; what: string };

const SAMPLES: readonly Sample[] = [
  {
    contract: "PlainToken",
    name: "Plain",
    what: "fixed supply, no owner, pool shares burnt",
    onChain: ["Pebble", "PEB"],
    depth: "80",
    burnShares: true,
  },
  {
    contract: "TaxToken",
    name: "Fixed tax",
    what: "keeps 3% of every buy and sell, which nobody can raise",
    onChain: ["Tollgate", "TOLL"],
    depth: "40",
    knowsPool: true,
    burnShares: true,
  },
  {
    contract: "HoneypotToken",
    name: "Honeypot",
    what: "honeypot: buys go through, sells revert",
    onChain: ["Golden Goose", "GOOSE"],
    depth: "60",
    knowsPool: true,
  },
  {
    contract: "MintableToken",
    name: "Owner-mintable",
    what: "its owner can mint as much as they like",
    onChain: ["Printing Press", "PRESS"],
    depth: "50",
    burnShares: true,
  },
  {
    contract: "PlainToken",
    name: "No liquidity",
    what: "a plain token that no pool trades",
    onChain: ["Hermit", "HERMIT"],
    depth: null,
  },
];

/** Deploys the tokens that the tools are tried on first. The order is fixed, and so are their addresses. */
export async function placeSampleTokens(bench: Bench, contracts: CompiledContracts): Promise<SampleToken[]> {
  const placed: SampleToken[] = [];
  for (const { name, what, ...plan } of SAMPLES) {
    const { token } = await launch(bench, contracts, plan);
    placed.push({ name, address: token, what });
  }
  return placed;
}
