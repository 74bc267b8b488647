import { OPTIONS as preflight, GET as readPayment } from "../../../payments/[id]/route";

/** `GET /api/v1/payments/<id>`: the same as `/api/payments/<id>`, beside the tools that were paid. */
export const GET = readPayment;
export const OPTIONS = preflight;
