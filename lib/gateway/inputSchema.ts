import { z } from "zod";
import { CoinslotError, type FieldFault } from "@/lib/errors";
import { compileCheck } from "@/lib/specs/checkInput";
import { type PlainRequest, toRequest } from "@/lib/specs/toRequest";
import type { OperationShape } from "./types";

/** Made when an input is looked at, used when it is sent. */
const requests = new WeakMap<object, PlainRequest>();

/** A seller's input, held to its described schema and to what can really be sent: told before anybody pays. */
export function inputSchema(shape: OperationShape) {
  const check = compileCheck(shape.input);
  return z.looseObject({}).superRefine((value, context) => {
    const faults = check(value);
    for (const { field, message } of faults.length > 0 ? faults : sendFaults(shape, value)) {
      context.addIssue({ code: "custom", path: field === "(input)" ? [] : field.split("."), message });
    }
  });
}

/** The request that an input stands for. */
export function requestOf(shape: OperationShape, input: Record<string, unknown>): PlainRequest {
  return requests.get(input) ?? toRequest(shape, input);
}

function sendFaults(shape: OperationShape, value: Record<string, unknown>): FieldFault[] {
  try {
    requests.set(value, toRequest(shape, value));
    return [];
  } catch (error) {
    if (CoinslotError.is(error) && error.options.fields) return error.options.fields;
    throw error;
  }
}
