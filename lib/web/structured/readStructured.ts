import { setImmediate } from "node:timers/promises";
import type { CheerioAPI } from "cheerio";
import { linkItems } from "./jsonLd";
import { readJsonLdScripts } from "./jsonLdScripts";
import { readMicrodata } from "./microdata";
import { readRdfa } from "./rdfa";
import { Allowance, type StructuredData } from "./types";

/** All that a page says about itself in a form for machines. Nothing is fetched: contexts that lie elsewhere stay unread. */
export async function readStructured($: CheerioAPI, source: string, base: string): Promise<StructuredData> {
  const allowance = new Allowance();
  const { items, faults, blocks } = readJsonLdScripts($, source, allowance);
  linkItems(items);
  await setImmediate();
  const microdata = readMicrodata($, base, allowance);
  await setImmediate();
  const rdfa = readRdfa($, base, allowance);
  return { items: [...items, ...microdata, ...rdfa], faults, blocks, cut: allowance.cut };
}
