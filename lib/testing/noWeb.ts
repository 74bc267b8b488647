import type { Web } from "@/lib/web/types";

const closed = () => Promise.reject(new Error("this test goes nowhere"));

/** For tools that ask no page. */
export const NO_WEB: Web = { fetch: closed, check: closed, connect: closed, userAgent: "Coinslot" };
