import { finding } from "../../../web/finding";
import { marked, type Rule } from "../rule";

const ENOUGH_WORDS = 120;
const SOME_WORDS = 40;

export const text: Rule = {
  id: "text",
  title: "The text is there without scripts",
  what: `All points from ${ENOUGH_WORDS} words in the HTML as it comes, half from ${SOME_WORDS}, none below.`,
  points: 25,
  mark: ({ content }) => {
    if (!content) return marked(null);
    const { words, needs_scripts } = content;
    const where = "the HTML as it comes";
    if (words >= ENOUGH_WORDS)
      return marked(1, finding("pass", "text.there", `${words.toLocaleString("en")} words are there without scripts.`, { where }));
    const why = "Most AI crawlers run no scripts. They see what comes from the server.";
    const mend =
      needs_scripts === "likely" ? "Render the page on the server, or beforehand." : "Say in words on the page what it is about.";
    const title = words === 0 ? "Without scripts the page holds no text." : `Without scripts the page holds ${words} words.`;
    return marked(
      words >= SOME_WORDS ? 0.5 : 0,
      finding(words >= SOME_WORDS ? "notice" : "error", "text.thin", title, { where, why, mend }),
    );
  },
};

/** Of the tokens of a page, those that are its text. */
const LIGHT = 0.1;
const HEAVY = 0.03;

export const weight: Rule = {
  id: "weight",
  title: "The page is mostly what it says",
  what: "All points where a tenth of the page's tokens or more are its text, half from three hundredths, none below.",
  points: 5,
  mark: ({ content }) => {
    if (!content || content.words < SOME_WORDS) return marked(null);
    const share = content.tokens_text / Math.max(1, content.tokens_html);
    const where = `${content.tokens_text.toLocaleString("en")} of ${content.tokens_html.toLocaleString("en")} tokens`;
    if (share >= LIGHT) return marked(1, finding("pass", "weight.light", "Reading the page costs few tokens beside its text.", { where }));
    return marked(
      share >= HEAVY ? 0.5 : 0,
      finding(share >= HEAVY ? "notice" : "warning", "weight.heavy", `${(share * 100).toFixed(1)} % of the page's tokens are its text.`, {
        where,
        why: "An agent that reads the page as it comes pays for the rest, and may cut it before the text.",
        mend: "Move styles and scripts into files, and offer the page as Markdown.",
      }),
    );
  },
};

export const structure: Rule = {
  id: "structure",
  title: "The page says what it is",
  what: "A fifth of the points each for a title, a description, one main heading, a language, and an element for the main part.",
  points: 10,
  mark: ({ page }) => {
    if (!page?.structure) return marked(null);
    const { title, description, headings, language, main } = page.structure;
    const told = [
      { ok: title, id: "title", what: "The page has no title.", mend: "Add <title>." },
      { ok: description, id: "description", what: "The page has no description.", mend: 'Add <meta name="description">.' },
      {
        ok: headings === 1,
        id: "heading",
        what: headings === 0 ? "The page has no main heading." : `The page has ${headings} main headings.`,
        mend: "Give it one <h1>.",
      },
      { ok: language, id: "language", what: "The page doesn't say its language.", mend: 'Write <html lang="en">, or whatever it is.' },
      { ok: main, id: "main", what: "Nothing marks the main part of the page.", mend: "Put it into <main> or <article>." },
    ];
    const missing = told.filter(({ ok }) => !ok);
    const findings = missing.map(({ id, what, mend }) =>
      finding("warning", `structure.${id}`, what, { why: "Readers find the text, and know what it is about, by it.", mend }),
    );
    return marked(
      1 - missing.length / told.length,
      ...(missing.length > 0
        ? findings
        : [finding("pass", "structure.whole", "Title, description, heading, language and main part are there.")]),
    );
  },
};
