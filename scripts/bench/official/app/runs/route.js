import { count } from "./count.mjs";

export const dynamic = "force-dynamic";

export const GET = () => Response.json({ runs: count.runs });
