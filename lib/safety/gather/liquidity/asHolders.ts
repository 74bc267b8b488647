import { getAddress, numberToHex, size } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import type { PoolHolder } from "@/lib/safety/facts";
import { type Finding, naming, WHOLE } from "../locks/finding";

const DAY = 86_400n;

export type Shown = Pick<PoolHolder, "holder" | "shareBps" | "until">;

/** What came of trying to take it out, as holders of the pool: two where a part of it is the creator's. */
export async function asHolders(chain: ChainView, shown: Shown, finding: Finding): Promise<PoolHolder[]> {
  if (finding.kind === "unknown")
    return [{ ...shown, kind: "contract", why: `a contract that could not be tried to the end: ${finding.why}` }];
  if (finding.kind === "locked") {
    const why =
      finding.until === null
        ? "every function of it was tried, and none takes it out within five years"
        : `calling ${finding.by?.selector} ${finding.by ? `as ${naming(finding.by)} ` : ""}takes it out from then on, and nothing that we tried before`;
    // What opens tomorrow holds nobody back today.
    const soon = finding.until !== null && BigInt(finding.until) - chain.block.timestamp < DAY;
    return [{ ...shown, kind: soon ? "fake_lock" : "locked", until: finding.until, why: soon ? `it opens within a day: ${why}` : why }];
  }
  const { by, share, why } = finding;
  if (share >= WHOLE || by.role === "anybody") {
    const contract = by.role === "master" && size(await chain.code(getAddress(numberToHex(by.address, { size: 20 })))) > 23;
    return [{ ...shown, kind: contract ? "contract" : "fake_lock", why: contract ? `${why}, which is a contract` : why }];
  }
  if (by.role !== "creator" && by.role !== "owner") return [{ ...shown, kind: "contract", why: `a part of it can be taken out: ${why}` }];
  // Such as a farm in which the creator is one of many.
  const own = Math.round((shown.shareBps * share) / 10_000);
  return [
    { ...shown, shareBps: own, kind: by.role, why: `in a contract: ${why}` },
    { ...shown, shareBps: shown.shareBps - own, kind: "contract", why: "a contract that pays it out to others" },
  ];
}
