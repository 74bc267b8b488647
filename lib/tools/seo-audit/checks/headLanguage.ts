import { canonicalTag, ENOUGH_LETTERS, guessLanguage, isGuessable } from "../page/language";
import { type Check, cut, when } from "./check";

/** Which language the page says that it speaks, and which it does. */
export const HEAD_LANGUAGE: readonly Check[] = [
  {
    id: "lang-present",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page does not name its language",
    why: "Browsers can't offer a translation, and screen readers read it with the wrong voice.",
    mend: 'Write it into the first element, such as <html lang="en">.',
    look: ({ language }) =>
      when(!language?.text, () => (language ? { text: "lang is empty.", spot: language } : { text: "There is no lang." })),
  },
  {
    id: "lang-valid",
    of: "page",
    category: "head",
    level: "warning",
    title: "The language that the page names is none",
    why: "A tag that nobody knows is ignored.",
    mend: "Use a BCP 47 tag such as en, pt-BR or zh-Hant.",
    look: ({ language }) =>
      language?.text
        ? when(canonicalTag(language.text) === null, () => ({ text: `"${cut(language.text)}"`, spot: language }))
        : "not_applicable",
  },
  {
    id: "lang-true",
    of: "page",
    category: "head",
    level: "warning",
    title: "The page is written in another language than it names",
    why: "It is offered to people who don't read it, and kept from those who do.",
    mend: "Name the language of the text, or translate the text.",
    look: ({ language, words }) => {
      const tag = language ? canonicalTag(language.text) : null;
      if (!language || !tag) return "not_applicable";
      if (!isGuessable(tag)) return { unknown: `${tag} can't be told apart by its letters here.` };
      const guess = guessLanguage(words.sample, tag);
      if (!guess)
        return {
          unknown: `It can't be told: there is too little text (${ENOUGH_LETTERS} letters are needed), or it speaks several languages.`,
        };
      return when(!guess.declaredIsNear, () => ({ text: `It names ${tag}, and reads like ${guess.language}.`, spot: language }));
    },
  },
];
