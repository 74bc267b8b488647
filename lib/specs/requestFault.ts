import { CoinslotError } from "@/lib/errors";

/** 400 `invalid_input`, with the field that can't be sent on. */
export function requestFault(field: string, message: string): CoinslotError {
  return new CoinslotError("invalid_input", undefined, {
    fields: [{ field, message }],
    hint: "Mend the field and send the request again; nothing was charged.",
  });
}
