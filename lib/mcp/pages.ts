import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";

/**
 * One page of a list that is ordered by name. A cursor holds the last name of the page before it: what is added or taken
 * away meanwhile moves nothing, so that no tool comes twice and none is passed over.
 */
export function pageOf<T extends { name: string }>(
  sorted: readonly T[],
  cursor: string | undefined,
  size: number,
): { items: T[]; nextCursor?: string } {
  const after = cursor === undefined ? null : readCursor(cursor);
  const start = after === null ? 0 : sorted.findIndex(({ name }) => name > after);
  const items = start < 0 ? [] : sorted.slice(start, start + size);
  const last = items.at(-1);
  return last && last !== sorted.at(-1) ? { items, nextCursor: writeCursor(last.name) } : { items };
}

const writeCursor = (name: string) => Buffer.from(`after ${name}`).toString("base64url");

function readCursor(cursor: string): string {
  const text = Buffer.from(cursor.slice(0, 200), "base64url").toString("utf8");
  if (!text.startsWith("after ")) throw new McpError(ErrorCode.InvalidParams, "This cursor is not from here. List again without one.");
  return text.slice("after ".length);
}
