import { CodeText } from "../../ui/CodeText";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";

/** The answer as it came. */
export function JsonAnswer({ answer }: { answer: unknown }) {
  const text = JSON.stringify(answer, null, 2);
  return (
    <Panel className="relative overflow-hidden">
      <CopyButton text={text} what="the JSON" label="Copy" className="absolute top-2 right-3 bg-surface" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it. */}
      <pre tabIndex={0} className="num max-h-180 overflow-auto p-5 text-1 leading-4.5 focus-visible:-outline-offset-2">
        <CodeText code={text} />
      </pre>
    </Panel>
  );
}
