import { withBody, withHead, withHeaders } from "../pageSpec";
import type { Fault } from "./fault";

export const SECURITY: readonly Fault[] = [
  { id: "mixed-content", page: withBody({ more: '<script src="http://h1.site.test/a.js"></script>' }) },
  { id: "mixed-content", page: withBody({ more: '<video src="http://h1.site.test/a.mp4"></video>' }) },
  { id: "forms-secure", page: withBody({ form: '<form action="http://h1.site.test/order"><button>Order</button></form>' }) },
  { id: "hsts", page: withHeaders({ "strict-transport-security": "" }) },
  { id: "hsts", page: withHeaders({ "strict-transport-security": "max-age=300" }) },
  { id: "nosniff", page: withHeaders({ "x-content-type-options": "" }) },
  {
    id: "csp-present",
    page: withHeaders({ "content-security-policy": "" }),
    twin: {
      page: (page, origin) =>
        withHead({ csp: '<meta http-equiv="Content-Security-Policy" content="default-src https:">' })(
          withHeaders({ "content-security-policy": "" })(page, origin),
          origin,
        ),
    },
  },
];
