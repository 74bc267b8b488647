import { domainSeparator, getAddress, isAddress } from "viem";
import type { Check } from "../check";
import { fail, pass, payable, skipped, termsOf, unknown } from "../finding";
import { knownToken } from "../knownTokens";
import type { ChainFacts, Entry } from "../types";

/** Will the token accept what clients sign with this name and version? */
export const tokenDomain: Check = {
  id: "token-domain",
  title: "Token's name and version are its own",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const entries = terms.all.flatMap(({ entries }) => entries).filter((e) => e.scheme === "exact" && e.chain?.startsWith("eip155:"));
    const main = payable(terms.all);
    if (!main) return skipped("No entry is paid with a signature of EIP-712.");
    const judged = entries.map((entry) => judge(entry, sameToken(entry, main) ? facts.chain : null));
    const wrong = judged.find(({ ok }) => ok === false) ?? judged.find(({ ok }) => ok === null);
    const [found] = judged;
    const evidence = `extra: ${JSON.stringify({ name: main.name, version: main.version })}\nthe token: ${JSON.stringify((wrong ?? found)?.own ?? "not known")}`;
    if (!wrong) return pass(`As ${found?.from}.`, { evidence });
    if (wrong.ok === null) return unknown("The token is not known here, and its chain can't be read from here.", { evidence });
    const mend = `Write "extra": ${JSON.stringify(wrong.own)}: payments signed with another name or version are refused by the token.`;
    return fail(`It says ${wrong.entry.name} version ${wrong.entry.version}.`, mend, { evidence });
  },
};

type Own = { name: string | null; version: string | null };
type Judged = { entry: Entry; ok: boolean | null; own: Own | null; from: string };

function judge(entry: Entry, chain: ChainFacts | null): Judged {
  const known = knownToken(entry.chain, entry.asset);
  const fromTable = known && { name: known.name, version: known.version };
  const read = chain && (chain.domain.name || chain.domain.separator) ? chain.domain : null;
  const own = fromTable ?? (read && { name: read.name, version: read.version });
  if (read?.separator) return { entry, ok: separatorOf(entry) === read.separator, own, from: "the contract on the chain has it" };
  if (own) return { entry, ok: own.name === entry.name && own.version === entry.version, own, from: "the token is known by" };
  return { entry, ok: null, own: null, from: "" };
}

function separatorOf({ name, version, chain, asset }: Entry): string | null {
  if (!asset || !isAddress(asset, { strict: false })) return null;
  const chainId = BigInt(chain?.slice("eip155:".length) ?? 0);
  return domainSeparator({
    domain: { name: name ?? "", version: version ?? "", chainId, verifyingContract: getAddress(asset.toLowerCase()) },
  });
}

function sameToken(a: Entry, b: Entry): boolean {
  return a.chain === b.chain && a.asset?.toLowerCase() === b.asset?.toLowerCase();
}
