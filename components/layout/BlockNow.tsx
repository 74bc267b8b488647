"use client";

import { RelativeTime } from "../ui/RelativeTime";
import { useChainHead } from "../wallet/useChainHead";

/** The newest block and its age: the chain is alive. */
export function BlockNow() {
  const { data, isError } = useChainHead();
  return (
    <span className="num inline-block min-h-5 text-1 text-ink-3 md:text-right">
      {data ? (
        <>
          block {Number(data.block).toLocaleString("en")} · <RelativeTime at={data.at} />
        </>
      ) : isError ? (
        "the chain did not answer"
      ) : null}
    </span>
  );
}
