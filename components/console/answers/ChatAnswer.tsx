import { Panel } from "../../ui/Panel";

type Choice = { message?: { content?: unknown; tool_calls?: unknown } | undefined; finish_reason?: string | null | undefined };
type Answer = { model?: string | undefined; choices: readonly Choice[]; usage?: Record<string, unknown> | null | undefined };

/** A model's answer by itself, without the conversation around it. */
export function ChatAnswer({ answer }: { answer: Answer }) {
  const tokens = (name: string) => (typeof answer.usage?.[name] === "number" ? String(answer.usage[name]) : "unknown");
  return (
    <Panel className="overflow-hidden">
      <ol className="grid gap-5 p-4 md:p-5">
        {answer.choices.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer doesn't change.
          <li key={index} className="min-w-0">
            <div className="mb-1 text-1 font-strong text-ink-3">{answer.choices.length > 1 ? `Answer ${index + 1}` : "Model"}</div>
            <div className="max-w-measure text-3 break-words whitespace-pre-wrap">{said(choice)}</div>
          </li>
        ))}
      </ol>
      <div className="num border-t border-line bg-paper px-4 py-3 text-1 text-ink-3 md:px-5">
        {answer.model ?? "model unknown"} · tokens in {tokens("prompt_tokens")}, out {tokens("completion_tokens")}
      </div>
    </Panel>
  );
}

/** Its text, or the calls of tools that it asks for. */
function said({ message, finish_reason }: Choice): string {
  if (typeof message?.content === "string" && message.content !== "") return message.content;
  if (message?.tool_calls) return JSON.stringify(message.tool_calls, null, 2);
  return finish_reason ? `(no text: ${finish_reason})` : "(no text)";
}
