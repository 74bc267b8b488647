import "server-only";
import { askUpstream, UpstreamFault } from "@/lib/inference/askUpstream";
import { living } from "@/lib/inference/offered";
import { readText } from "@/lib/inference/readText";
import type { ToolContext } from "../../define";
import type { Flow } from "../../flow";
import { ToolRefusal } from "../../refusal";
import { openFlow } from "./flow";
import { type ChatAnswer, type ChatInput, MOST_TEXT, output } from "./schema";
import { upstreamBody } from "./upstreamBody";

/** The model's answer, whole or flowing. */
export async function run(input: ChatInput, { signal, web }: ToolContext): Promise<ChatAnswer | Flow> {
  const { upstreams } = living(input.model, "chat");
  // A model's server may fetch pictures by itself, from where it stands: it must not be led into its own network.
  await Promise.all(
    readText(input)
      .images.urls.slice(0, MOST_URLS)
      .map((url) => web.check(url)),
  );
  const body = upstreamBody(input);
  if (input.stream) return askUpstream(upstreams, "/chat/completions", body, signal, (response) => openFlow(input, response));
  return askUpstream(upstreams, "/chat/completions", body, signal, readWhole);
}

/** Free look before any price. */
export function ready(input: ChatInput): void {
  living(input.model, "chat");
  const { text, images } = readText(input);
  if (images.urls.length > MOST_URLS) {
    throw new ToolRefusal("too_many_images", `${images.urls.length} pictures by address; ${MOST_URLS} is the most.`, {
      hint: "Send fewer, or send them as data: URLs.",
    });
  }
  const { length } = text;
  if (length <= MOST_TEXT) return;
  throw new ToolRefusal(
    "text_too_long",
    `The request has ${length.toLocaleString("en")} characters of text; ${MOST_TEXT.toLocaleString("en")} is the most.`,
    {
      hint: "Send less text; nothing was charged.",
    },
  );
}

/** Pictures that are named by an address. */
const MOST_URLS = 20;

const MOST_BYTES = 4 * 1024 * 1024;

async function readWhole(response: Response): Promise<ChatAnswer> {
  const text = await response.text();
  if (text.length > MOST_BYTES) throw new UpstreamFault("an answer beyond all measure");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UpstreamFault("an answer that is not JSON");
  }
  const answer = output.safeParse(value);
  if (!answer.success) throw new UpstreamFault("an answer without choices");
  return answer.data;
}
