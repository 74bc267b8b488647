import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { Hash } from "../../../ui/Hash";
import { bpsText } from "../market/poolText";
import { Heading } from "./Heading";

const KINDS: Record<string, string> = { pool: "pool", burned: "burned", contract: "contract", account: "account" };
const MOST = 8;

/** Who holds most of the token, as bars of the whole supply. */
export function Holders({ answer: { holders } }: { answer: SafetyAnswer }) {
  const { top, count, complete, creator, creator_share_bps, owner_share_bps } = holders;
  return (
    <section className="border-t border-line p-4 md:p-5">
      <Heading side={count === null ? null : `${count.toLocaleString("en")} ${count === 1 ? "holder" : "holders"}`}>
        Largest holders
      </Heading>
      {top.length === 0 ? (
        <p className="mt-1 text-2 text-ink-2">Who holds it could not be read.</p>
      ) : (
        <ul className="mt-2 grid gap-1.5 text-2">
          {top.slice(0, MOST).map(({ address, share_bps, kind }) => (
            <li key={address} className="flex flex-wrap items-center gap-x-2 gap-y-1 md:flex-nowrap md:gap-x-4">
              <span className="w-26">
                <Hash value={address} copy={false} />
              </span>
              <span className="num w-18 text-right">{share_bps === null ? "unknown" : bpsText(share_bps)}</span>
              <span className="w-15 text-ink-3 md:order-last">{address === creator ? "creator" : (KINDS[kind] ?? "other")}</span>
              <span aria-hidden className="h-2 min-w-0 basis-full overflow-hidden rounded-full bg-sunken md:flex-1 md:basis-0">
                <span className="block h-full bg-c-before" style={{ width: `${(share_bps ?? 0) / 100}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-2 text-ink-3">{sharesText(creator_share_bps, owner_share_bps)}</p>
      {complete || top.length === 0 ? null : (
        <p className="text-2 text-ink-3">Its history could not be read to the end: there may be larger ones.</p>
      )}
    </section>
  );
}

function sharesText(creator: number | null, owner: number | null): string {
  const parts = [
    creator === null ? "What its creator holds is not known." : `Its creator holds ${bpsText(creator)}.`,
    owner === null ? null : `Its owner holds ${bpsText(owner)}.`,
  ];
  return parts.filter(Boolean).join(" ");
}
