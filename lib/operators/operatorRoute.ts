import "server-only";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { isOperator } from "./isOperator";

type Handler<C> = (request: Request, operator: string, context: C) => Promise<Response>;

/** A route handler of an operator of this market; for everybody else there is nothing at this address. */
export function operatorRoute<C>(handler: Handler<C>): (request: Request, context: C) => Promise<Response> {
  return sellerRoute<C>(async (request, account, context) => {
    if (!isOperator(account)) throw new CoinslotError("not_found");
    return handler(request, account, context);
  });
}
