import { gatewayRoute } from "@/lib/gateway/gatewayRoute";

/** `/api/v1/g/<seller>/<listing>/…`: a seller's API, paid per call. Paths and methods are those of its own description. */
export const GET = gatewayRoute;
export const POST = gatewayRoute;
export const PUT = gatewayRoute;
export const PATCH = gatewayRoute;
export const DELETE = gatewayRoute;
export const HEAD = gatewayRoute;
export const OPTIONS = gatewayRoute;
