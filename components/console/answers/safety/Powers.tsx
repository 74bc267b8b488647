import { EyeOff } from "lucide-react";
import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { Hash } from "../../../ui/Hash";
import { bpsText } from "../market/poolText";
import { Fold } from "./Fold";
import { Heading } from "./Heading";
import { HOLDER_WORDS } from "./holderWords";
import { JudgedLink } from "./JudgedLink";

type Power = SafetyAnswer["powers"][number];

/** Who can do something to holders, and what was found by trying. */
export function Powers({ answer: { authorities, powers, checks } }: { answer: SafetyAnswer }) {
  if (authorities.length + powers.length === 0) return null;
  const anybody = powers.filter((power) => power.anybody).length;
  return (
    <section className="border-t border-line">
      <div className="p-4 md:p-5">
        <Heading>Who holds power</Heading>
        <ul className="mt-2 grid gap-3 text-2">
          {anybody > 0 ? <li>Anybody: {anybody === 1 ? "one power needs" : `${anybody} powers need`} no key at all.</li> : null}
          {authorities.map((one) => (
            <Authority key={one.address} authority={one} />
          ))}
        </ul>
      </div>
      {powers.length > 0 ? (
        <Fold label={powers.length === 1 ? "The power that was found" : `All ${powers.length} powers that were found`}>
          <ul>
            {powers.map((power) => (
              <li key={`${power.harm} ${power.text}`} className="border-t border-line px-4 py-2.5 text-2 [overflow-wrap:anywhere] md:px-5">
                <JudgedLink id={power.harm}>{checks.find(({ id }) => id === power.harm)?.title ?? power.harm}</JudgedLink>
                <p className="mt-0.5 text-1 leading-4.5 text-ink-2">{power.text}</p>
                <p className="num text-1 leading-4.5 text-ink-3">{detailsOf(power)}</p>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}

function Authority({ authority: { address, known_as, shown, kind, detail } }: { authority: SafetyAnswer["authorities"][number] }) {
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <Hash value={address} />
        {shown ? (
          known_as === null ? null : (
            <span className="num text-1 text-ink-3">{known_as}</span>
          )
        ) : (
          <span className="inline-flex items-center gap-1 font-label text-v-caution">
            <EyeOff aria-hidden className="size-3.75" />
            Not shown by the contract
          </span>
        )}
      </div>
      <p className="text-ink-2 [overflow-wrap:anywhere]">
        {HOLDER_WORDS[kind]}
        {detail ? ` (${detail})` : ""}.
      </p>
    </li>
  );
}

function detailsOf({ signature, selector, most_bps, survives_renounce, used, anybody }: Power): string {
  const parts = [
    signature ?? selector,
    anybody ? "anybody can" : null,
    most_bps === null ? null : `up to ${bpsText(most_bps)}`,
    survives_renounce === null ? null : survives_renounce ? "outlives a renounced owner" : "ends when ownership is given up",
    used === null ? null : used ? "was used before" : "was never used",
  ];
  return parts.filter(Boolean).join(" · ");
}
