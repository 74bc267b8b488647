import type { LinkTag } from "../../web/head/linkTags";
import { doorProbes, readDoors } from "./doors";
import type { Visit } from "./facts";
import { readLlmsTxt } from "./llmsTxt";
import { type Probe, type Probed, type Prober, textOf } from "./probe";
import type { AiReadinessAnswer } from "./schema";

type Answer = AiReadinessAnswer;
type FileFacts = Pick<Answer["llms_full_txt"], "url" | "state" | "note">;

/** What a site has put up for machines, beside its pages. */
export type SiteFacts = Pick<Answer, "llms_txt" | "llms_full_txt" | "markdown" | "sitemap" | "doors"> & { tdmrep: Probed | undefined };

const LINKS_TRIED = 3;
const MARKDOWN = "text/markdown, text/plain;q=0.5";

/** Asks for a few well-known addresses, the most telling first. */
export async function readSite({ url, manners, page }: Visit, prober: Prober): Promise<SiteFacts> {
  const { origin } = url;
  const described = page?.links.find(({ rel, url: target }) => rel.includes("service-desc") && target)?.url ?? null;
  const twin = page?.links.find(({ rel, type, url: target }) => rel.includes("alternate") && type?.startsWith("text/markdown") && target);
  const named = manners.robots.file.sitemaps.find((one) => URL.canParse(one.url))?.url ?? null;
  const at = {
    llms: `${origin}/llms.txt`,
    full: `${origin}/llms-full.txt`,
    sitemap: named ?? `${origin}/sitemap.xml`,
    tdm: `${origin}/.well-known/tdmrep.json`,
  };
  const accepts: Probe[] = page && !twin ? [{ url: url.href, accept: MARKDOWN }] : [];
  const probes = [
    { url: at.llms },
    { url: at.sitemap },
    { url: at.tdm },
    ...doorProbes(origin, described),
    { url: at.full, maxBytes: 4_096 },
  ];
  const [accepted, ...answers] = await prober
    .askAll([...accepts, ...probes])
    .then((all) => (accepts.length > 0 ? all : [undefined, ...all]));
  const known = new Map(probes.map((probe, index) => [probe.url, answers[index] as Probed]));
  const llms = known.get(at.llms);
  return {
    llms_txt: await readLlms(at.llms, llms, prober),
    llms_full_txt: fileFacts(at.full, known.get(at.full)),
    markdown: await readTwin(url, twin, accepted, page !== null, prober),
    sitemap: { ...sitemapFacts(at.sitemap, known.get(at.sitemap)), named_in_robots: named !== null },
    doors: readDoors(origin, described, known),
    tdmrep: known.get(at.tdm),
  };
}

function fileFacts(url: string, probed: Probed | undefined): FileFacts {
  if (probed?.state !== "answered") return { url, state: probed?.state ?? "not_asked", note: probed?.why ?? null };
  if (textOf(probed)?.trim()) return { url, state: "present", note: null };
  const { status } = probed.answer;
  if (status === 401 || status === 403) return { url, state: "closed", note: `It answers ${status}.` };
  return { url, state: "absent", note: status === 200 ? "A web page or nothing came in its place." : `It answers ${status}.` };
}

async function readLlms(url: string, probed: Probed | undefined, prober: Prober): Promise<Answer["llms_txt"]> {
  const facts = fileFacts(url, probed);
  const text = facts.state === "present" ? textOf(probed) : null;
  if (text === null) return { ...facts, title: null, sections: 0, links: 0, links_tried: [], faults: [] };
  const { title, sections, links, faults } = readLlmsTxt(text, url);
  const targets = [...new Set(links.map((link) => link.url))].slice(0, LINKS_TRIED);
  const tried = await prober.askAll(targets.map((target) => ({ url: target, maxBytes: 1_024 })));
  return {
    ...facts,
    state: faults.length > 0 ? "malformed" : "present",
    title: title?.slice(0, 200) ?? null,
    ...{ sections, links: links.length, faults },
    links_tried: targets.map((target, index) => {
      const answer = tried[index];
      return answer?.state === "answered"
        ? { url: target, status: answer.answer.status, note: null }
        : { url: target, status: null, note: answer?.why ?? null };
    }),
  };
}

/** The page as Markdown: named by the page, given to those who ask for it, or at an address next to it. */
async function readTwin(
  url: URL,
  twin: LinkTag | undefined,
  accepted: Probed | undefined,
  read: boolean,
  prober: Prober,
): Promise<Answer["markdown"]> {
  if (twin?.url) return { url: twin.url, state: "present", note: null, how: "link" };
  if (isMarkdown(accepted)) return { url: url.href, state: "present", note: null, how: "accept" };
  const beside = new URL(url);
  beside.search = "";
  beside.pathname += url.pathname.endsWith("/") ? "index.html.md" : ".md";
  if (!read) return { url: beside.href, state: "not_asked", note: "The page itself may not be read.", how: null };
  const [probed] = await prober.askAll([{ url: beside.href, accept: MARKDOWN }]);
  const facts = fileFacts(beside.href, probed);
  return { ...facts, how: facts.state === "present" ? "address" : null };
}

function isMarkdown(probed: Probed | undefined): boolean {
  return (
    probed?.state === "answered" &&
    probed.answer.status === 200 &&
    /^text\/(x-)?markdown/i.test(probed.answer.headers["content-type"] ?? "")
  );
}

function sitemapFacts(url: string, probed: Probed | undefined): FileFacts {
  if (probed?.state !== "answered" || probed.answer.status !== 200) return fileFacts(url, probed);
  const { body, headers } = probed.answer;
  const packed = body[0] === 0x1f && body[1] === 0x8b;
  const start = body.subarray(0, 4_096).toString("utf8");
  if (packed || /<(\w{1,20}:)?(urlset|sitemapindex)\b/.test(start)) return { url, state: "present", note: null };
  if (/^text\/plain/i.test(headers["content-type"] ?? "") && /^https?:\/\//m.test(start)) return { url, state: "present", note: null };
  return { url, state: /html/i.test(headers["content-type"] ?? "") ? "absent" : "malformed", note: "It is no sitemap." };
}
