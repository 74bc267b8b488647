import type { SeoPage } from "@/lib/tools/seo-audit/schema";
import { formatMs } from "../../../ui/formatMs";
import { Rows } from "../../../ui/Rows";
import { sizeWords } from "../parts/fetchedFacts";

/** What was read on a page, whether it is a fault or not. */
export function PageFacts({ page }: { page: SeoPage }) {
  return <Rows className="border-t border-line px-4 py-3 md:px-5" termWidth="w-28 md:w-36" rows={rowsOf(page)} />;
}

function rowsOf(page: SeoPage) {
  const none = <span className="text-ink-3">none</span>;
  const list = (parts: readonly (string | false | null)[]) => parts.filter(Boolean).join(" · ") || none;
  return [
    { term: "Title", value: page.title ? `${page.title} (${page.title_characters} characters, about ${page.title_pixels} px)` : none },
    { term: "Description", value: page.description ? `${page.description} (${page.description_characters} characters)` : none },
    { term: "Canonical", value: page.canonical ? <span className="num">{page.canonical}</span> : none },
    { term: "For robots", value: list(page.robots) },
    { term: "Language", value: page.language ?? none },
    { term: "Charset", value: `${page.charset}, by ${page.charset_from}` },
    { term: "Headings", value: list([...page.headings.slice(0, 12).map(({ level, text }) => `h${level} ${text}`), more(page)]) },
    { term: "Words", value: `${page.words.toLocaleString("en")}, ${page.main_words.toLocaleString("en")} of them its own` },
    { term: "Links", value: `${page.links.inside} inside · ${page.links.outside} outside · ${page.links.nofollow} nofollow` },
    { term: "Images", value: `${page.images.count} · ${page.images.without_alt} without alt · ${page.images.lazy} lazy` },
    { term: "Languages", value: list(page.hreflang.map(({ code }) => code)) },
    {
      term: "Structured data",
      value: list([...page.structured_data, page.other_structured_data > 0 && `${page.other_structured_data} in mark-up`]),
    },
    { term: "Sharing", value: list([...page.open_graph, ...page.twitter].map(({ name }) => name)) },
    {
      term: "Answer",
      value: list([
        String(page.status),
        sizeWords(page.bytes),
        page.compression ?? "unpacked",
        `first byte ${formatMs(page.first_byte_ms)}`,
        page.cache_control ?? "no cache-control",
      ]),
    },
    {
      term: "Build",
      value: `${page.elements.toLocaleString("en")} elements · ${page.depth} levels · ${files("script", page.scripts)} · ${files("style", page.styles)}`,
    },
  ];
}

function files(what: string, { count, blocking }: SeoPage["scripts"]): string {
  return `${count} ${what}${count === 1 ? "" : "s"}, ${blocking} blocking`;
}

function more({ headings, headings_left_out }: SeoPage): string | null {
  const left = Math.max(0, headings.length - 12) + headings_left_out;
  return left > 0 ? `${left} more` : null;
}
