import { Download } from "lucide-react";
import { buttonClass } from "../../ui/buttonClass";
import { Panel } from "../../ui/Panel";
import type { RawReply } from "../rawReply";

/** Endings that people's machines know; others are kept without one. */
const ENDINGS: Record<string, string> = {
  "text/plain": "txt",
  "text/csv": "csv",
  "text/html": "html",
  "text/markdown": "md",
  "application/pdf": "pdf",
  "application/xml": "xml",
  "application/zip": "zip",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
  "image/webp": "webp",
  "image/gif": "gif",
};

/** An answer that is no JSON: a picture as one, text as text, anything to be kept as a file. */
export function RawAnswerView({ reply }: { reply: RawReply }) {
  const ending = ENDINGS[reply.type];
  const isPicture = /^image\/(png|jpeg|gif|webp|avif)$/.test(reply.type);
  return (
    <Panel className="overflow-hidden">
      {isPicture ? (
        // biome-ignore lint/performance/noImgElement: its bytes are in this browser already.
        <img src={reply.url} alt="What the tool answered" className="mx-auto block max-h-180 max-w-full bg-paper" />
      ) : reply.text === null ? (
        <p className="p-5 text-3 text-ink-2">The answer is a file. It is not opened here.</p>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
          tabIndex={0}
          aria-label="The answer as text"
          className="num max-h-180 overflow-auto p-5 text-1 leading-4.5 whitespace-pre-wrap focus-visible:-outline-offset-2"
        >
          {reply.text}
        </section>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line bg-paper px-5 py-2.5 text-2 text-ink-3">
        <span className="num text-1">
          {reply.type || "unknown type"}, {reply.bytes.toLocaleString("en")} bytes
        </span>
        <a href={reply.url} download={`answer${ending ? `.${ending}` : ""}`} className={buttonClass({ size: "sm" })}>
          <Download aria-hidden className="size-3.5" />
          Keep as a file
        </a>
      </div>
    </Panel>
  );
}
