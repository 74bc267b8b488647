import { cleanText } from "../../cleanText";
import { baseUrl, type LinkTag, linkTags } from "../../web/head/linkTags";
import { type MetaTag, metaContent, metaTags } from "../../web/head/metaTags";
import { headerRobots, metaRobots, type RobotsDirective } from "../../web/head/robotsDirectives";
import { type Page, readPage } from "../../web/readPage";
import { type Manners, mannersAt } from "../../web/robots/manners";
import { readStructured } from "../../web/structured/readStructured";
import type { WebAnswer, WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { BOT_NAMES } from "./bots";
import { readContent } from "./content";
import type { AiReadinessAnswer, AiReadinessInput } from "./schema";

export type Structure = { title: boolean; description: boolean; headings: number; language: boolean; main: boolean };

/** What a page says before anything else of the site is asked. */
export type PageFacts = {
  answer: WebAnswer;
  tags: readonly MetaTag[];
  links: readonly LinkTag[];
  directives: RobotsDirective[];
  structure: Structure | null;
  structured: AiReadinessAnswer["structured_data"];
  /** Its text, on the way: it takes a while, in which other things can be asked. */
  content: Promise<AiReadinessAnswer["content"]>;
};

export type Visit = { url: URL; manners: Manners; page: PageFacts | null; whyNot: string | null };

const MOST_TYPES = 20;

/** Reads robots.txt, and the page where that allows it. */
export async function visit(input: AiReadinessInput, ctx: ToolContext, request: WebRequest): Promise<Visit> {
  const url = new URL(input.url);
  url.hash = "";
  const manners = await mannersOf(url.origin, ctx, request);
  const whyNot = await manners.forbids(url.href);
  if (whyNot) return { url, manners, page: null, whyNot };
  await manners.pause();
  const page = await readPage(ctx.web, url.href, { ...request, patienceMs: 2_000 });
  const end = new URL(page.answer.url);
  const facts = await readFacts(page, ctx.signal);
  // A site is where the page really is: what stands at the door that only leads on says nothing of the house.
  return { url: end, manners: end.origin === url.origin ? manners : await mannersOf(end.origin, ctx, request), page: facts, whyNot: null };
}

async function mannersOf(origin: string, ctx: ToolContext, request: WebRequest): Promise<Manners> {
  const manners = await mannersAt(ctx.web, origin, request);
  const { state, status, why } = manners.robots;
  if (state !== "away") return manners;
  if (status === null) throw new ToolRefusal("unreachable", why, { hint: "Is the address right, and does it open in a browser?" });
  throw new ToolRefusal("robots_away", why, { hint: "Ask again when the site's robots.txt can be read." });
}

async function readFacts({ answer, html, decoded, type }: Page, signal: AbortSignal): Promise<PageFacts> {
  // What asks to be paid is not read, and says so.
  if (answer.status === 402) return unread(answer);
  if (answer.status >= 400)
    throw new ToolRefusal("page_error", `The page answered ${answer.status}.`, { hint: "Ask for a page that is there and open to all." });
  if (!html)
    throw new ToolRefusal("not_a_page", `The address leads to ${type.mime ?? "something without a type"}.`, {
      hint: "Give the address of a web page.",
    });
  const { $ } = html;
  const base = baseUrl($, answer.url);
  const tags = metaTags($);
  const source = decoded?.text ?? "";
  const data = await readStructured($, source, base);
  const types = [...new Set(data.items.flatMap((item) => item.types))];
  return {
    answer,
    tags,
    links: linkTags($, base),
    directives: [...metaRobots(tags, BOT_NAMES), ...headerRobots(answer.headers["x-robots-tag"])],
    structure: {
      title: $("title").first().text().trim() !== "",
      description: metaContent(tags, "description") !== null,
      headings: $("h1").length,
      language: Boolean($("html").attr("lang")?.trim()),
      main: $("main, [role=main], article").length > 0,
    },
    structured: {
      items: data.items.length,
      types: types.slice(0, MOST_TYPES).map((one) => cleanText(one, 100)),
      faults: data.faults.length,
    },
    content: held(readContent(html, source, answer.url, signal)),
  };
}

function unread(answer: WebAnswer): PageFacts {
  const directives = headerRobots(answer.headers["x-robots-tag"]);
  return { answer, tags: [], links: [], directives, structure: null, structured: null, content: Promise.resolve(null) };
}

/** It is waited for later: until then a failure of it is nobody's, which must not end the process. */
function held<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
