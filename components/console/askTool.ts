import { type CallTarget, callRequest } from "@/lib/discovery/callRequest";

/** The request of a call with this input, the same unpaid and paid. */
export function askTool(target: CallTarget, input: Record<string, unknown>, payment?: string): Promise<Response> {
  const { method, path, headers, body } = callRequest(target, input);
  return fetch(path, { method, headers: { ...headers, ...(payment ? { "PAYMENT-SIGNATURE": payment } : {}) }, body });
}
