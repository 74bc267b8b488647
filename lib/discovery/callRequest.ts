import type { OperationShape } from "@/lib/gateway/types";
import { toRequest } from "@/lib/specs/toRequest";

/** Which tool is called. `shape`: of a seller's operation, which has its own method, path and parameters. */
export type CallTarget = { slug: string; shape?: OperationShape | null };

export type CallRequest = {
  method: string;
  /** Below the origin, percent-encoded, with its query. */
  path: string;
  /** With the content type, where there is a body. */
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
};

/** The one request that a call with this input is, in the browser as in code. Throws `invalid_input` for what can't be written. */
export function callRequest({ slug, shape }: CallTarget, input: Record<string, unknown>): CallRequest {
  if (!shape) {
    const headers = { "content-type": "application/json" };
    return { method: "POST", path: `/api/v1/${slug}`, headers, body: JSON.stringify(input) };
  }
  const [handle, listing] = slug.split("/");
  const { method, path, query, headers, body } = toRequest(shape, input);
  const asked = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  return {
    method,
    path: `/api/v1/g/${handle}/${listing}${path}${asked}`,
    headers: { ...headers, ...(body ? { "content-type": body.contentType } : {}) },
    body: !body ? null : "text" in body ? body.text : new Uint8Array(body.bytes),
  };
}
