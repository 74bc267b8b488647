import { CodeText } from "../../ui/CodeText";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { shownJson } from "./shownJson";

/** The answer as it came; what is copied is always all of it. */
export function JsonAnswer({ answer }: { answer: unknown }) {
  const { text, cut } = shownJson(answer);
  return (
    <Panel className="relative overflow-hidden">
      <CopyButton text={JSON.stringify(answer, null, 2)} what="the JSON" label="Copy" className="absolute top-2 right-3 bg-surface" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it. */}
      <pre tabIndex={0} className="num max-h-180 overflow-auto p-5 text-1 leading-4.5 focus-visible:-outline-offset-2">
        <CodeText code={text} />
      </pre>
      {cut ? <p className="border-t border-line bg-paper px-5 py-2 text-2 text-ink-3">Cut for the eye. Copy takes all of it.</p> : null}
    </Panel>
  );
}
