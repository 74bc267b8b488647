import { getDocumentProxy } from "unpdf";

/** Lines farther apart than this many of their heights are paragraphs. */
const GAP = 1.6;

/** `{bytes, mostPages, mostCharacters}` → the text of each page, or why there is none. `bytes` can't be used afterwards. */
export default async function readPdf({ bytes, mostPages, mostCharacters }) {
  let pdf;
  try {
    pdf = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    return { kind: error?.name === "PasswordException" ? "encrypted" : "broken" };
  }
  try {
    const texts = [];
    let characters = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && characters < mostCharacters; number += 1) {
      const text = await pageText(pdf, number);
      characters += text?.length ?? 0;
      texts.push(text);
    }
    return { kind: "read", pages: pdf.numPages, texts, info: await infoOf(pdf) };
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

/** null: this page is damaged. */
async function pageText(pdf, number) {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return paragraphs(items);
  } catch {
    return null;
  }
}

function paragraphs(items) {
  let text = "";
  let last = null;
  for (const { str, hasEOL, transform, height } of items) {
    if (str === undefined) continue;
    const y = transform?.[5] ?? 0;
    if (last !== null && str.trim() !== "") {
      const gap = Math.abs(last.y - y);
      if (gap > GAP * Math.max(last.height, height, 1)) text = `${text.trimEnd()}\n\n`;
      last = { y, height };
    } else if (str.trim() !== "") last = { y, height };
    text += str;
    if (hasEOL) text += "\n";
  }
  return text.trim();
}

async function infoOf(pdf) {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const text = (name) => (typeof info?.[name] === "string" && info[name].trim() ? info[name].trim().slice(0, 500) : null);
  return {
    title: text("Title"),
    author: text("Author"),
    created: text("CreationDate"),
    modified: text("ModDate"),
    language: text("Language"),
  };
}
