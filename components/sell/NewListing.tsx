"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Segmented } from "../ui/Segmented";
import { MadeNote } from "./MadeNote";
import { NewEndpoint } from "./NewEndpoint";
import { NewFromSpec } from "./NewFromSpec";
import { NewX402 } from "./NewX402";
import type { Made } from "./useCreate";

export type NewProps = {
  /** What stands before a listing's name in its address. */
  before: string;
  /** The least that a call can cost now, atomic, and that in words. */
  least: bigint;
  leastWords: string;
  onMade: (made: Made) => void;
};

type Way = "spec" | "endpoint" | "x402";

const WAYS = [
  { value: "spec", label: "OpenAPI document" },
  { value: "endpoint", label: "One endpoint" },
  { value: "x402", label: "Speaks x402 already" },
] as const;

const WORDS: Record<Way, string> = {
  spec: "Calls come to the market, are paid there, and go on to your server. Nothing changes on your side.",
  endpoint: "The same for one address that you describe here.",
  x402: "Your server takes its payments itself. It is listed as it is: no call goes through the market, and nothing of it is settled here.",
};

/** Three ways in. */
export function NewListing({ least, ...props }: Omit<NewProps, "onMade" | "least"> & { least: string }) {
  const router = useRouter();
  const [way, setWay] = useState<Way>("spec");
  const [made, setMade] = useState<Made | null>(null);
  const onMade = (next: Made) => {
    if (next.signingKey === null) router.push(`/dashboard/listings/${next.listing.id}`);
    else setMade(next);
  };
  if (made) return <MadeNote made={made} />;
  const given = { ...props, least: BigInt(least), onMade };
  return (
    <>
      <div className="mt-5 max-w-full overflow-x-auto p-0.5">
        <Segmented label="What you have" options={WAYS} value={way} onChange={setWay} />
      </div>
      <p className="mt-3 mb-8 max-w-measure text-2 text-ink-2">{WORDS[way]}</p>
      <div className="max-w-180">
        {way === "spec" ? <NewFromSpec {...given} /> : way === "endpoint" ? <NewEndpoint {...given} /> : <NewX402 {...given} />}
      </div>
    </>
  );
}
