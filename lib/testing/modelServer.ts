import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** How the server answers the next requests; anything but `well` is a fault that real ones have. */
export type ModelBehaviour =
  | "well"
  | "slow-first"
  | "dies-before"
  | "dies-middle"
  | "malformed-before"
  | "malformed-middle"
  | "no-done"
  | "cut-off"
  | "wrong-usage"
  | "no-usage"
  | "busy"
  | "refuses"
  | "broken"
  | "bad-key"
  | "endless";

export type ModelServer = {
  url: string;
  /** Bodies of the chat requests, in their order. */
  asked: Record<string, unknown>[];
  keys: (string | undefined)[];
  behave: (behaviour: ModelBehaviour) => void;
  /** Streams whose reader went away before their end. */
  left: () => number;
  parts: () => number;
  close: () => Promise<void>;
};

const WORDS = ["Hello", ", ", "world", "."];

/** A real server that speaks the OpenAI protocol: chat, streamed or whole, and embeddings. */
export async function modelServer(models = ["tiny-chat", "tiny-embed"], port = 0): Promise<ModelServer> {
  let behaviour: ModelBehaviour = "well";
  let [left, parts] = [0, 0];
  const asked: Record<string, unknown>[] = [];
  const keys: (string | undefined)[] = [];
  const counted = () => {
    parts += 1;
  };
  const server = createServer(async (request, response) => {
    keys.push(request.headers.authorization);
    if (request.url === "/v1/models")
      return json(response, { object: "list", data: models.map((id) => ({ id, object: "model", owned_by: "test" })) });
    const body = JSON.parse(await text(request)) as Record<string, unknown>;
    asked.push(body);
    if (request.url === "/v1/embeddings") return embed(response, body);
    response.on("close", () => {
      if (!response.writableFinished && behaviour === "endless") left += 1;
    });
    if (!fail(behaviour, request, response)) await chat(behaviour, body, response, counted);
  });
  // A port that is taken rejects, by the error that `once` hears.
  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    keys,
    behave: (next) => {
      behaviour = next;
    },
    left: () => left,
    parts: () => parts,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Faults that come before any answer. */
function fail(behaviour: ModelBehaviour, request: IncomingMessage, response: ServerResponse): boolean {
  const refusals: Partial<Record<ModelBehaviour, [number, string]>> = {
    busy: [429, "slow down"],
    refuses: [400, "This model's maximum context length is 8 tokens."],
    broken: [500, "out of memory at 0xdead"],
    "bad-key": [401, "Incorrect API key provided: sk-secret"],
  };
  const refusal = refusals[behaviour];
  if (refusal) json(response, { error: { message: refusal[1] } }, refusal[0]);
  else if (behaviour === "dies-before") request.socket.destroy();
  else return false;
  return true;
}

async function chat(
  behaviour: ModelBehaviour,
  body: Record<string, unknown>,
  response: ServerResponse,
  counted: () => void,
): Promise<void> {
  if (behaviour === "slow-first") await new Promise((resolve) => setTimeout(resolve, 400));
  const usage =
    behaviour === "wrong-usage"
      ? { prompt_tokens: -5, completion_tokens: 9e9 }
      : { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 };
  const base = { id: "chatcmpl-1", created: 1, model: body.model, system_fingerprint: "fp_test" };
  if (!body.stream) {
    const message = { role: "assistant", content: WORDS.join(""), annotations: [] };
    const whole = { ...base, object: "chat.completion", choices: [{ index: 0, message, finish_reason: "stop" }] };
    return json(response, behaviour === "no-usage" ? whole : { ...whole, usage });
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (value: unknown) => response.write(`data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`);
  const chunk = (delta: unknown, finish_reason: string | null = null) =>
    send({ ...base, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }] });
  chunk({ role: "assistant", content: "" });
  if (behaviour === "malformed-before") return void response.end("data: {not json\n\n");
  for (const [index, word] of WORDS.entries()) {
    chunk({ content: word });
    counted();
    if (index === 1 && behaviour === "dies-middle") return void setTimeout(() => response.destroy(), 50);
    if (index === 1 && behaviour === "malformed-middle") return void response.end("data: {not json\n\n");
    if (index === 1 && behaviour === "cut-off") return void response.end();
  }
  while (behaviour === "endless" && !response.destroyed) {
    chunk({ content: " more" });
    counted();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  chunk({}, "stop");
  if (behaviour !== "no-usage") send({ ...base, object: "chat.completion.chunk", choices: [], usage });
  if (behaviour !== "no-done") send("[DONE]");
  response.end();
}

/** Three dimensions: length, vowels, spaces. */
function embed(response: ServerResponse, body: Record<string, unknown>): void {
  const texts = [body.input].flat().map(String);
  const vector = (t: string) => [t.length / 100, (t.match(/[aeiou]/g)?.length ?? 0) / 50, (t.split(" ").length - 1) / 10];
  const encode = (v: number[]) => (body.encoding_format === "base64" ? Buffer.from(new Float32Array(v).buffer).toString("base64") : v);
  const data = texts.map((t, index) => ({ object: "embedding", index, embedding: encode(vector(t)) }));
  const tokens = texts.join(" ").split(" ").length;
  json(response, { object: "list", model: body.model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } });
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
