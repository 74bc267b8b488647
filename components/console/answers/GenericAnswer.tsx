import { Panel } from "../../ui/Panel";
import { Rows } from "../../ui/Rows";

/** Any answer: its plain fields as rows, what is nested as JSON. */
export function GenericAnswer({ answer }: { answer: unknown }) {
  const entries = typeof answer === "object" && answer !== null ? Object.entries(answer) : [["answer", answer] as const];
  return (
    <Panel className="p-5">
      <Rows
        termWidth="w-32"
        rows={entries.map(([key, value]) => ({
          term: key,
          value:
            typeof value === "object" && value !== null ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
              <pre tabIndex={0} className="num overflow-x-auto text-1">
                {JSON.stringify(value, null, 2)}
              </pre>
            ) : (
              <span className="num">{String(value)}</span>
            ),
        }))}
      />
    </Panel>
  );
}
