import type { ScreenshotAnswer } from "@/lib/tools/screenshot/schema";
import { buttonClass } from "../../ui/buttonClass";
import { Panel } from "../../ui/Panel";
import { formatBytes } from "../dataUrl";

/** The picture of a page, and what was seen while it was taken. */
export function Screenshot({ answer }: { answer: ScreenshotAnswer }) {
  const { image, title, url, console_errors, blocked_requests } = answer;
  const source = `data:${image.mime_type};base64,${image.base64}`;
  return (
    <Panel className="overflow-hidden">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-4 md:flex-nowrap md:p-5">
        <div className="min-w-0 [overflow-wrap:anywhere]">
          <p className="text-4 font-head">{title ?? "A page without a title"}</p>
          <p className="num mt-1 text-1 leading-4.5 text-ink-3">{factsLine(answer)}</p>
        </div>
        <a
          href={source}
          download={`${new URL(url).hostname}.${image.mime_type.slice("image/".length)}`}
          className={buttonClass({ variant: "line", size: "sm" })}
        >
          Save
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long picture scrolls, and keys must reach it. */}
      <div tabIndex={0} className="max-h-160 overflow-y-auto border-t border-line bg-sunken focus-visible:-outline-offset-2">
        {/* biome-ignore lint/performance/noImgElement: it comes with the answer, there is nothing to fetch. */}
        <img src={source} width={image.width} height={image.height} alt={`The page at ${url}`} className="h-auto w-full" />
      </div>
      {answer.truncated ? (
        <p className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
          The page goes on: it is {answer.page_height.toLocaleString("en")} points high.
        </p>
      ) : null}
      {answer.robots.allowed === false ? (
        <p className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
          The site asks robots not to look at this page (<span className="num text-1">{answer.robots.rule}</span>).
        </p>
      ) : null}
      <Seen label="Console errors" none="No console errors." count={console_errors.count} lines={console_errors.first} />
      <Seen
        label="Blocked or unreachable"
        none="Nothing was blocked."
        count={blocked_requests.count}
        lines={blocked_requests.first.map((one) => `${one.url}: ${one.reason}`)}
      />
    </Panel>
  );
}

function Seen({ label, none, count, lines }: { label: string; none: string; count: number; lines: readonly string[] }) {
  return (
    <div className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
      {count === 0 ? (
        none
      ) : (
        <details>
          <summary className="cursor-pointer text-ink-2">
            {label}: <span className="num">{count.toLocaleString("en")}</span>
          </summary>
          <ul className="num mt-2 space-y-1 text-1 [overflow-wrap:anywhere]">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same line may come twice, and their order never changes.
              <li key={index}>{line}</li>
            ))}
            {count > lines.length ? <li>and {(count - lines.length).toLocaleString("en")} more</li> : null}
          </ul>
        </details>
      )}
    </div>
  );
}

/** "https://a.example/ · 200 · png 1,280 × 800, 24.1 KB · 1,940 ms" */
function factsLine({ url, status, image, complete, took_ms }: ScreenshotAnswer): string {
  const size = `${image.width.toLocaleString("en")} × ${image.height.toLocaleString("en")}`;
  const parts = [
    url,
    status,
    `${image.mime_type.slice("image/".length)} ${size}, ${formatBytes(image.bytes)}`,
    image.scale === 1 ? null : `${image.scale} pixels a point`,
    complete ? null : "something had not loaded",
    `${took_ms.toLocaleString("en")} ms`,
  ];
  return parts.filter(Boolean).join(" · ");
}
