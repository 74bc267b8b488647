import type { ReactNode } from "react";

/** The promise, and the lit line under it. */
export function Hero({ strip }: { strip: ReactNode }) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-12 gap-y-3 pt-8 md:pt-14">
        <h1 className="text-poster">
          Put a coin in.
          <br />
          An answer comes out.
        </h1>
        <p className="max-w-[430px] text-3 text-ink-2 md:pb-2">
          Tools your software pays for one call at a time, in USDC over HTTP 402. No account, no key, no minimum.{" "}
          <strong className="font-strong text-ink">When there is no answer, the coin comes back.</strong>
        </p>
      </div>
      <div className="mt-6">{strip}</div>
    </>
  );
}
