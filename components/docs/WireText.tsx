import { CopyButton } from "@/components/ui/CopyButton";

/** A piece of the wire, whole, with what it is above it. */
export function WireText({ title, text }: { title: string; text: string }) {
  return (
    <figure className="relative min-w-0">
      <figcaption className="mb-1.5 flex items-center justify-between gap-4 text-2">
        <span className="min-w-0 font-strong text-ink [overflow-wrap:anywhere]">{title}</span>
        <CopyButton text={text} what={title} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and keys must reach them. */}
      <pre tabIndex={0} className="num overflow-x-auto rounded-control border border-line bg-sunken p-4 text-1 leading-4.5 text-ink">
        {text}
      </pre>
    </figure>
  );
}
