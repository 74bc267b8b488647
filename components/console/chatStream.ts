import { EventSourceParserStream } from "eventsource-parser/stream";

/** A streamed conversation's answer so far, in the shape of a whole one, and what the market says of its end. */
export type ChatSoFar = {
  model: string | null;
  choices: [{ message: { role: "assistant"; content: string }; finish_reason: string | null }];
  /** What of the price was used, atomic; once the stream has ended well. */
  used: string | null;
  /** Why it broke off. */
  broken: string | null;
  ended: boolean;
};

type Delta = { content?: unknown; reasoning_content?: unknown };
type Event = { model?: unknown; choices?: { delta?: Delta; finish_reason?: unknown }[]; error?: { message?: unknown } };

/** Reads the events of a chat stream; `onPart` hears of each change. A connection that ends without a word broke off. */
export async function readChatStream(body: ReadableStream<Uint8Array>, onPart: (soFar: ChatSoFar) => void): Promise<ChatSoFar> {
  let soFar: ChatSoFar = {
    model: null,
    choices: [{ message: { role: "assistant", content: "" }, finish_reason: null }],
    used: null,
    broken: null,
    ended: false,
  };
  const change = (next: Partial<ChatSoFar>) => {
    soFar = { ...soFar, ...next };
    onPart(soFar);
  };
  const events = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream({ onComment: (text) => change({ used: readUsed(text) ?? soFar.used }) }))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await events.read();
      if (done) break;
      if (value.data === "[DONE]") change({ ended: true });
      else change(withEvent(soFar, JSON.parse(value.data) as Event));
    }
  } catch {
    // What came so far stands; that it broke off is said below.
  }
  if (!soFar.ended && !soFar.broken) change({ broken: "The connection broke off in the middle of the answer." });
  return { ...soFar, ended: true };
}

function withEvent(soFar: ChatSoFar, { model, choices, error }: Event): Partial<ChatSoFar> {
  if (error) return { broken: typeof error.message === "string" ? error.message : "The answer broke off." };
  const [choice] = choices ?? [];
  const [{ message, finish_reason }] = soFar.choices;
  const added = typeof choice?.delta?.content === "string" ? choice.delta.content : "";
  return {
    model: typeof model === "string" ? model : soFar.model,
    choices: [
      {
        message: { role: "assistant", content: message.content + added },
        finish_reason: typeof choice?.finish_reason === "string" ? choice.finish_reason : finish_reason,
      },
    ],
  };
}

/** The market's own comment at the end of a stream. */
function readUsed(comment: string): string | null {
  try {
    const { used } = JSON.parse(comment) as { used?: unknown };
    return typeof used === "string" && /^\d+$/.test(used) ? used : null;
  } catch {
    return null;
  }
}
