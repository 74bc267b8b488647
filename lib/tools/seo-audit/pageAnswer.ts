import { contentType } from "../../web/contentType";
import { descriptionOf } from "./checks/headDescription";
import { TITLE_SIZE, titleOf } from "./checks/headTitle";
import type { PageFacts, Script, Sheet } from "./facts";
import { canonicalOf } from "./page/canonical";
import { alternatesOf } from "./page/hreflang";
import { robotsWords } from "./page/robotsWords";
import { textWidth } from "./page/textWidth";
import { thingsOf, typesOf } from "./page/things";
import type { SeoPage } from "./schema";

const MOST_HEADINGS = 40;
const MOST = 50;

/** The raw facts of one page, as they are told. */
export function pageOf(page: PageFacts): SeoPage {
  const { status, headers, hops, fetchedAt, ageSeconds, firstByteMs, totalMs, truncated } = page.answer;
  const headings = page.headings.list.slice(0, MOST_HEADINGS);
  return {
    url: page.url,
    asked: page.asked,
    found_by: page.foundBy,
    status,
    redirects: hops
      .slice(0, -1)
      .map(({ url, status: answered, location }) => ({ url, status: answered, to: location?.slice(0, 500) ?? null })),
    content_type: contentType({ headers, body: Buffer.alloc(0) }).mime,
    bytes: page.bytes,
    cut: page.cut || truncated,
    fetched_at: fetchedAt.toISOString(),
    age_seconds: ageSeconds,
    first_byte_ms: firstByteMs,
    total_ms: totalMs,
    compression: headers["content-encoding"]?.slice(0, 100) ?? null,
    cache_control: headers["cache-control"]?.slice(0, 300) ?? null,
    ...wordsOf(page),
    headings: headings.map(({ level, text }) => ({ level, text })),
    headings_left_out: page.headings.list.length + page.headings.more - headings.length,
    ...countsOf(page),
    hreflang: alternatesOf(page)
      .slice(0, MOST)
      .map(({ code, url }) => ({ code, url })),
    structured_data: dataTypes(page),
    other_structured_data: page.otherData,
    open_graph: tagsOf(page, "og:"),
    twitter: tagsOf(page, "twitter:"),
  };
}

function wordsOf(page: PageFacts) {
  const [title, description] = [titleOf(page), descriptionOf(page)];
  return {
    title: page.titles.length > 0 ? title.slice(0, 500) : null,
    title_characters: [...title].length,
    title_pixels: textWidth(title, TITLE_SIZE),
    description: description === "" ? null : description.slice(0, 1_000),
    description_characters: [...description].length,
    canonical: canonicalOf(page),
    robots: robotsWords(page)
      .slice(0, MOST)
      .map(({ bot, word, value }) => `${bot}: ${word}${value ? `: ${value}` : ""}`.slice(0, 200)),
    language: page.language?.text || null,
    charset: page.decoded.charset,
    charset_from: page.decoded.from,
    words: page.words.count,
    main_words: page.words.mainCount,
  };
}

function countsOf(page: PageFacts) {
  const { origin } = new URL(page.url);
  const links = page.anchors.list.flatMap(({ url, rel }) => (url ? [{ inside: new URL(url).origin === origin, rel }] : []));
  const pictures = page.pictures.list;
  return {
    links: {
      inside: links.filter(({ inside }) => inside).length,
      outside: links.filter(({ inside }) => !inside).length,
      nofollow: links.filter(({ rel }) => rel.includes("nofollow")).length,
      not_read: page.anchors.more,
    },
    images: {
      count: pictures.length + page.pictures.more,
      without_alt: pictures.filter(({ alt }) => alt === null).length,
      lazy: pictures.filter(({ lazy }) => lazy).length,
    },
    scripts: filesOf(page.scripts.list),
    styles: filesOf(page.sheets.list),
    elements: page.elements,
    depth: page.depth,
  };
}

function filesOf(list: readonly (Script | Sheet)[]) {
  return {
    count: list.length,
    blocking: list.filter(({ blocking }) => blocking).length,
    inline_bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function dataTypes({ jsonLd }: PageFacts): string[] {
  const types = jsonLd.list.flatMap(({ parsed, fault }) => (fault === null ? thingsOf(parsed).flatMap(({ thing }) => typesOf(thing)) : []));
  return [...new Set(types)].slice(0, MOST);
}

function tagsOf({ metas }: PageFacts, prefix: string) {
  return metas
    .filter(({ name }) => name.startsWith(prefix))
    .slice(0, MOST)
    .map(({ name, content }) => ({ name, content: content.slice(0, 500) }));
}
