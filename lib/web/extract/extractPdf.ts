import { ToolRefusal } from "@/lib/tools/refusal";
import { readPdfDate } from "./dates";
import { readLanguage } from "./language";
import { inPageThread } from "./threads";

export type ExtractedPdf = {
  markdown: string;
  pages: number;
  pagesRead: number;
  title: string | null;
  author: string | null;
  published: string | null;
  modified: string | null;
  language: string | null;
};

type Info = { title: string | null; author: string | null; created: string | null; modified: string | null; language: string | null };
type FromThread = { kind: "encrypted" } | { kind: "broken" } | { kind: "read"; pages: number; texts: (string | null)[]; info: Info };

const MOST_PAGES = 300;
const MOST_CHARACTERS = 2_000_000;
/** Numbers of pages and a stamp are not what a page says. */
const SOME_TEXT = 20;

/** The text of a PDF, page by page. Refuses `pdf_encrypted`, `pdf_broken` and `pdf_image_only` beside the threads' own. */
export async function extractPdf(body: Buffer, signal: AbortSignal): Promise<ExtractedPdf> {
  const bytes = new Uint8Array(body);
  const read = await inPageThread<FromThread>("pdf", { bytes, mostPages: MOST_PAGES, mostCharacters: MOST_CHARACTERS }, signal, [
    bytes.buffer,
  ]);
  if (read.kind === "encrypted") {
    throw new ToolRefusal("pdf_encrypted", "The PDF is locked with a password.", { hint: "Give the address of one that opens without." });
  }
  if (read.kind === "broken") {
    throw new ToolRefusal("pdf_broken", "The PDF is damaged, or no PDF at all.", { hint: "Does it open in a viewer?" });
  }
  const written = read.texts.reduce((sum, text) => sum + (text ?? "").replaceAll(/\s/g, "").length, 0);
  if (written < SOME_TEXT) {
    throw new ToolRefusal("pdf_image_only", "The PDF holds pictures of its pages and no text.", {
      hint: "It takes text recognition to read it: send its pages as pictures to a tool for that.",
    });
  }
  const { title, author, created, modified, language } = read.info;
  return {
    markdown: read.texts.map((text, index) => onePage(text, index + 1, read.pages)).join("\n\n"),
    pages: read.pages,
    pagesRead: read.texts.length,
    title,
    author,
    published: readPdfDate(created),
    modified: readPdfDate(modified),
    language: readLanguage(language),
  };
}

function onePage(text: string | null, number: number, of: number): string {
  const said = text === null ? "*This page is damaged and could not be read.*" : text === "" ? "*No text on this page.*" : escaped(text);
  return of === 1 ? said : `## Page ${number}\n\n${said}`;
}

/** What would be read as Markdown, or as mark-up, is made plain. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]]/g, "\\$&")
    .replaceAll(/<(?=[a-z/!?])/gi, "\\<")
    .replaceAll(/^(?=[#>+=-])/gm, "\\")
    .replaceAll(/^(\d{1,9})(?=[.)] )/gm, "$1\\");
}
