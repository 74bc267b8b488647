import { type Dict, own, ownList, ownText } from "./json";

const MOST = 10;

/** The addresses of a document, with their variables at their defaults. Relative ones say nothing without the document's own. */
export function readServers(document: Dict): string[] {
  if (own(document, "swagger") === undefined) return serversOf(document);
  const host = ownText(document, "host");
  const schemes = ownList(document, "schemes").filter((scheme) => scheme === "https" || scheme === "http");
  const all = (schemes.length > 0 ? schemes : ["https"]).map((scheme) => addressOf(`${scheme}://${host}${ownText(document, "basePath")}`));
  return host === ""
    ? []
    : all.filter((address) => address !== null).sort((a, b) => Number(b.startsWith("https:")) - Number(a.startsWith("https:")));
}

/** The `servers` of a document, a path or an operation. */
export function serversOf(holder: unknown): string[] {
  const found = ownList(holder, "servers")
    .slice(0, MOST)
    .map((server) => addressOf(filledIn(ownText(server, "url"), server)));
  return [...new Set(found.filter((address) => address !== null))];
}

function filledIn(url: string, server: unknown): string {
  const variables = own(server, "variables");
  return url.slice(0, 2_000).replace(/\{([^{}]{1,100})\}/g, (whole, name: string) => ownText(own(variables, name), "default") || whole);
}

/** Without a slash at the end; null where it is no plain address of the web. */
function addressOf(text: string): string | null {
  if (text.length > 2_000 || /[{}\s]/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username || url.password) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
