/**
 * An error of the market in the shape that OpenAI's clients read, `error.message` and all, with the market's own fields
 * beside it.
 */
export function tellOpenAiError(status: number, body: Record<string, unknown>): Record<string, unknown> {
  const { error: code, ...rest } = body;
  const type = status === 429 ? "rate_limit_error" : status < 500 ? "invalid_request_error" : "server_error";
  const message = [body.message, body.hint].filter((part) => typeof part === "string").join(" ");
  return { error: { message, type, code: body.reason ?? code, param: null }, code, ...rest };
}
