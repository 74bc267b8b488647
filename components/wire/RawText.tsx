import { CopyButton } from "../ui/CopyButton";

/** Bytes as they went over the wire; scrolls by itself. */
export function RawText({ text, what }: { text: string; what: string }) {
  return (
    <div className="relative rounded-control border border-line bg-sunken">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it. */}
      <pre tabIndex={0} className="num max-h-56 overflow-auto p-3 pr-9 text-1 break-all whitespace-pre-wrap">
        {text}
      </pre>
      <CopyButton text={text} what={what} className="absolute top-3 right-3 bg-sunken" />
    </div>
  );
}
