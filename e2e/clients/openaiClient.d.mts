/** Of the official client, what the tests touch: its own types come with the package, which the market itself doesn't install. */
type Chunk = { choices: { delta: { content?: string | null } }[]; usage?: Record<string, unknown> | null };
type Chat = { model: string; messages: { role: "user"; content: string }[]; max_tokens?: number };

export type OpenAiClient = {
  models: { list(): Promise<{ data: { id: string }[] }> };
  chat: {
    completions: {
      create(request: Chat & { stream: true; stream_options?: Record<string, unknown> }): Promise<AsyncIterable<Chunk>>;
      create(request: Chat): Promise<{ choices: { message: { content: string | null } }[] }>;
    };
  };
  embeddings: { create(request: { model: string; input: string[] }): Promise<{ data: { embedding: number[] }[] }> };
};

export function openaiClient(options: { apiKey: string; baseURL: string; fetch: typeof fetch; maxRetries: number }): OpenAiClient;
