/** Where a request came from. A header that a stranger may write as he likes: it tells crowds apart, it proves nothing. */
export function callerAddress(request: Request): string {
  return (request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() ?? "").slice(0, 64);
}
