import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { CodeTag } from "@/components/ui/CodeTag";
import { cx } from "@/components/ui/cx";
import { Hash } from "@/components/ui/Hash";
import { FIGURE_KEYS, FIGURES, type FigureKey } from "./figures";
import { LiveRefresh } from "./LiveRefresh";

export type ShelfTool = { code: string; slug: string; price: string };
type Props = {
  address: string;
  /** Where the money of the tools goes. */
  payTo: string;
  tools: readonly ShelfTool[];
  /** A command that buys one call, ready to paste. */
  command: string | null;
  /** The test wallet pays here. */
  local: boolean;
};

const EMPTY: Record<FigureKey, [value: string, words: string]> = {
  revenue: ["$0.00", "settled USDC after refunds"],
  calls: ["0", "payments that settled"],
  answered: ["–", "of paid requests"],
  refunds: ["$0.00", "given back by you"],
};

/** The first visit: what is done, what is missing, and what will stand here. */
export function FirstSteps({ address, payTo, tools, command, local }: Props) {
  const [tool] = tools;
  return (
    <>
      <h1 className="text-5">Nothing sold yet. {tool ? "One step to go." : "Two steps to go."}</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        Every call that is paid for appears here within a few seconds. Until then, this page shows what is missing.
      </p>
      <ol className="mt-8 grid max-w-160 grid-cols-[minmax(0,1fr)] gap-8">
        <Step
          state="done"
          title={
            <>
              Signed in, payouts go to <Hash value={tool ? payTo : address} />
            </>
          }
        >
          Money goes straight there with every settlement. We never hold it.
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
          <Step state={2} title="Put a tool in the machine">
            Give us the address of your API or its OpenAPI file, set a price, and show that the host is yours.
            <div className="mt-3">
              <ButtonLink href="/dashboard/listings/new" variant="ink">
                List a tool
              </ButtonLink>
            </div>
          </Step>
        )}
        {tool ? (
          <Step state={3} title={local ? "Pay yourself a cent with the test wallet" : "Buy it yourself, once"}>
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
        ) : (
          <Step state="later" title={local ? "Pay yourself a cent with the test wallet" : "Buy it yourself, once"}>
            One call. You see both sides: what a payer gets, and this page with its first line.
          </Step>
        )}
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
      <LiveRefresh />
    </>
  );
}

function Step({ state, title, children }: { state: "done" | "later" | number; title: ReactNode; children: ReactNode }) {
  const done = state === "done";
  const later = state === "later";
  const look = done ? "border-accent-line bg-accent-soft text-accent" : later ? "border-line-strong" : "border-ink bg-ink text-on-ink";
  return (
    <li className="flex gap-4">
      <span className={cx("num flex size-7 shrink-0 items-center justify-center rounded-[6px] border text-2 font-strong", look)}>
        {done ? <Check aria-hidden className="size-4" /> : <span aria-hidden>{later ? 3 : state}</span>}
        <span className="sr-only">{done ? "Done:" : "To do:"}</span>
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <h2 className={cx("flex flex-wrap items-center gap-x-1.5 text-3 font-strong", later && "text-ink-2")}>{title}</h2>
        <div className="mt-0.5 text-2 text-ink-2">{children}</div>
      </div>
    </li>
  );
}
