import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { CodeTag } from "@/components/ui/CodeTag";
import { cx } from "@/components/ui/cx";
import { Hash } from "@/components/ui/Hash";
import { AutoRefresh } from "./AutoRefresh";
import { FIGURE_KEYS, FIGURES, type FigureKey } from "./figures";

export type ShelfTool = { code: string; slug: string; price: string };
type Props = { address: string; tools: readonly ShelfTool[] /** A command that buys one call, ready to paste. */; command: string | null };

const EMPTY: Record<FigureKey, [value: string, words: string]> = {
  revenue: ["$0.00", "settled USDC"],
  calls: ["0", "payments that settled"],
  answered: ["–", "of paid requests"],
  payers: ["0", "different wallets"],
};

/** The first visit: what is done, what is missing, and what will stand here. */
export function FirstSteps({ address, tools, command }: Props) {
  const [tool] = tools;
  return (
    <>
      <h1 className="text-5">{tool ? "Nothing sold yet. One step to go." : "Nothing sold yet to this address."}</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        {tool
          ? "Every call that is paid for appears here within a few seconds. Until then, this page shows what is missing."
          : "Payments appear here when a tool on the shelf is paid to the wallet that you signed in with."}
      </p>
      <ol className="mt-8 grid max-w-160 grid-cols-[minmax(0,1fr)] gap-8">
        <Step
          state="done"
          title={
            <>
              {tool ? "Signed in, payouts go to" : "Signed in as"} <Hash value={address} />
            </>
          }
        >
          {tool
            ? "Money goes straight there with every settlement. We never hold it."
            : "You see what is paid to this address, and nothing else."}
        </Step>
        {tool ? (
          <Step state="done" title={tools.length === 1 ? "Your tool is on the shelf" : "Your tools are on the shelf"}>
            <ul className="mt-1 grid gap-1.5">
              {tools.map(({ code, slug, price }) => (
                <li key={slug} className="flex items-center gap-2">
                  <CodeTag code={code} />
                  <Link href={`/tools/${slug}`} className="link text-ink">
                    {slug}
                  </Link>
                  <span className="num">{price} a call</span>
                </li>
              ))}
            </ul>
          </Step>
        ) : (
          <Step state={2} title="No tool on the shelf is paid to this wallet">
            To sell from it, take a handle and prove that your API's host is yours. If you sell with another wallet, sign out and come back
            with that one.
            <div className="mt-3">
              <ButtonLink href="/dashboard/settings" variant="ink">
                Start in Settings
              </ButtonLink>
            </div>
          </Step>
        )}
        {tool ? (
          <Step state={3} title="Buy it yourself, once">
            One call for {tool.price}. You see both sides: what a payer gets, and this page with its first line.
            <div className="mt-3 flex flex-wrap gap-2">
              <ButtonLink href={`/tools/${tool.slug}`} variant="ink">
                Buy it in the browser
              </ButtonLink>
              {command ? null : <ButtonLink href="/docs">Pay from an agent</ButtonLink>}
            </div>
            {command ? (
              <div className="mt-4">
                <p className="mb-2">Or from the folder that the market runs in, with the test wallet:</p>
                <CodeBlock tabs={[{ name: "Terminal", code: command }]} />
              </div>
            ) : null}
          </Step>
        ) : null}
      </ol>
      <p className="mt-12 border-t border-line pt-5 text-2 text-ink-3">What will stand here</p>
      <dl className="mt-3 grid grid-cols-2 overflow-hidden rounded-panel border border-dashed border-line-input md:grid-cols-4">
        {FIGURE_KEYS.map((key) => (
          <div key={key} className="-mt-px -ml-px border-t border-l border-line px-5 py-4">
            <dt className="text-2 text-ink-2">{FIGURES[key].label}</dt>
            <dd>
              <span className="num-lg block text-5 text-ink-2">{EMPTY[key][0]}</span>
              <span className="block text-1 text-ink-3">{EMPTY[key][1]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <AutoRefresh />
    </>
  );
}

function Step({ state, title, children }: { state: "done" | number; title: ReactNode; children: ReactNode }) {
  const done = state === "done";
  return (
    <li className="flex gap-4">
      <span
        className={cx(
          "num flex size-7 shrink-0 items-center justify-center rounded-[6px] border text-2 font-strong",
          done ? "border-accent-line bg-accent-soft text-accent" : "border-ink bg-ink text-on-ink",
        )}
      >
        {done ? <Check aria-hidden className="size-4" /> : <span aria-hidden>{state}</span>}
        <span className="sr-only">{done ? "Done:" : "To do:"}</span>
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <h2 className="flex flex-wrap items-center gap-x-1.5 text-3 font-strong">{title}</h2>
        <div className="mt-0.5 text-2 text-ink-2">{children}</div>
      </div>
    </li>
  );
}
