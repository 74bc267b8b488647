import "server-only";
import { Resolver } from "node:dns/promises";
import type { AskTxt } from "./types";

/** Asks the system's name servers, with an end to it. */
export const askTxt: AskTxt = (name) => new Resolver({ timeout: 1_500, tries: 2 }).resolveTxt(name);
