import { type ChatInput, DEFAULT_MAX_TOKENS } from "./schema";

/**
 * The request as the model's server gets it: all of it unchanged, but that the longest answer is always said, since it was
 * priced, and that a stream always ends with its usage.
 */
export function upstreamBody(input: ChatInput): string {
  const unlimited = input.max_tokens === undefined && input.max_completion_tokens === undefined;
  const options = typeof input.stream_options === "object" && input.stream_options !== null ? input.stream_options : {};
  return JSON.stringify({
    ...input,
    ...(unlimited ? { max_tokens: DEFAULT_MAX_TOKENS } : {}),
    ...(input.stream ? { stream_options: { ...options, include_usage: true } } : {}),
  });
}

/** Did the caller ask for the usage themselves? Then its chunk goes out as well. */
export function wantsUsage({ stream_options }: ChatInput): boolean {
  return (
    typeof stream_options === "object" &&
    stream_options !== null &&
    "include_usage" in stream_options &&
    stream_options.include_usage === true
  );
}
