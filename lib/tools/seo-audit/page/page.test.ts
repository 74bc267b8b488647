import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalTag, guessLanguage, isGuessable } from "./language";
import { linkHeader } from "./linkHeader";
import { barringWords, robotsWords } from "./robotsWords";
import { textWidth } from "./textWidth";
import { thingsOf, typesOf } from "./things";
import { likeness } from "./words";

describe("language tags", () => {
  it.each([
    ["en", "en"],
    ["pt-br", "pt-BR"],
    ["zh-Hant-TW", "zh-Hant-TW"],
    ["deu", "de"],
    ["es-419", "es-419"],
    ["fil", "fil"],
    ["uk-UA", "uk-UA"],
  ])("%s is one", (text, tag) => expect(canonicalTag(text)).toBe(tag));
  it.each(["", "english", "en_US", "xx", "xx-YY", "en-UK", "en-ZZZ", "x-default", "de-", "1", "en-GB-".repeat(40)])("%s is none", (text) =>
    expect(canonicalTag(text)).toBeNull(),
  );
});

const SAID: Record<string, string> = {
  en: "Every evening we mix flour, water and salt, and leave the dough alone until the morning. Nothing else goes in, and nothing is hurried. A day of rest gives our bread its open crumb, and a crust that stays crisp until the evening after. The first oven is for rye, since its stones hold the heat longest, and the second bakes wheat.",
  de: "Jeden Abend mischen wir Mehl, Wasser und Salz und lassen den Teig bis zum Morgen in Ruhe. Mehr kommt nicht hinein, und nichts wird beschleunigt. Ein Tag Ruhe gibt unserem Brot seine lockere Krume und eine Kruste, die bis zum nächsten Abend knusprig bleibt. Der erste Ofen ist für Roggen, weil seine Steine die Hitze halten.",
  fr: "Chaque soir nous mélangeons la farine, l'eau et le sel, et nous laissons la pâte reposer jusqu'au matin. Rien d'autre n'y entre et rien n'est pressé. Un jour de repos donne à notre pain sa mie ouverte et une croûte qui reste croustillante jusqu'au lendemain soir. Le premier four est pour le seigle, car ses pierres gardent la chaleur.",
  es: "Cada tarde mezclamos harina, agua y sal y dejamos la masa en reposo hasta la mañana. No se añade nada más y no se acelera nada. Un día de descanso da a nuestro pan su miga abierta y una corteza que sigue crujiente hasta la noche siguiente. El primer horno es para el centeno, porque sus piedras guardan el calor más tiempo.",
  sv: "Varje kväll blandar vi mjöl, vatten och salt och låter degen vila till morgonen. Inget annat tillsätts, och ingenting skyndas på. En dags vila ger vårt bröd dess öppna inkråm och en skorpa som håller sig knaprig till kvällen därpå. Den första ugnen är för råg, eftersom dess stenar håller värmen längst av dem alla.",
  ru: "Каждый вечер мы смешиваем муку, воду и соль и оставляем тесто до утра. Больше ничего не добавляется, и ничто не торопится. День покоя придаёт нашему хлебу открытый мякиш и корку, которая остаётся хрустящей до следующего вечера. Первая печь для ржи, потому что её камни дольше всех держат тепло. Вторая печёт пшеницу и полбу, а третья принадлежит тому, у кого есть мысль.",
  ja: "毎晩、小麦粉と水と塩を混ぜて、生地を朝まで休ませます。ほかには何も加えず、急ぐこともありません。一日休ませると、パンの中はふんわりとして、皮は次の日の夕方までパリッとしています。最初の窯はライ麦のためのもので、石がいちばん長く熱を保ちます。二つ目の窯では小麦のパンを焼きます。三つ目の窯は小さくて、何か思いついた人のためのものです。".repeat(
    2,
  ),
};

describe("the language of a text", () => {
  it.each(Object.keys(SAID))("%s is believed where it is true", (language) => {
    expect(guessLanguage(SAID[language] ?? "", language)).toMatchObject({ declaredIsNear: true });
  });
  it.each(
    Object.keys(SAID).flatMap((said) =>
      Object.keys(SAID)
        .filter((other) => other !== said)
        .map((other) => [said, other] as const),
    ),
  )("%s is not taken for %s", (said, declared) =>
    expect(guessLanguage(SAID[said] ?? "", declared)).toEqual({ language: said, declaredIsNear: false }),
  );
  it("is not told where there is little text, or two languages", () => {
    expect(guessLanguage("Bread and butter.", "de")).toBeNull();
    expect(guessLanguage(`${SAID.en} ${SAID.ru}`, "de")).toBeNull();
    expect(isGuessable("tlh")).toBe(false);
  });
});

describe("the Link header", () => {
  it("is read with commas and semicolons inside addresses and quotes", () => {
    const header = '<https://a.test/x,y;z>; rel="canonical", </b>; rel=alternate; hreflang="de"; title="a, b; c", <c>;rel="preload next"';
    expect(linkHeader(header).map(({ href, rel, hreflang }) => [href, rel, hreflang])).toEqual([
      ["https://a.test/x,y;z", ["canonical"], null],
      ["/b", ["alternate"], "de"],
      ["c", ["preload", "next"], null],
    ]);
  });
  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', ",", ";", "=", "a", " ") }), (text) => Array.isArray(linkHeader(text))),
    );
  });
});

describe("words to robots", () => {
  const page = (metas: [string, string][], header?: string) => ({
    metas: metas.map(([name, content]) => ({ name, content, inHead: true, selector: "meta", snippet: "<meta>" })),
    answer: { headers: header ? { "x-robots-tag": header } : {} } as never,
  });
  it("belong to the robot that is named before them", () => {
    const words = robotsWords(
      page([["robots", "max-snippet:20, NoArchive"]], "googlebot: noindex, nofollow, unavailable_after: 25 Jun 2030 15:00 GMT"),
    );
    expect(words.map(({ bot, word, value }) => [bot, word, value])).toEqual([
      ["robots", "max-snippet", "20"],
      ["robots", "noarchive", ""],
      ["googlebot", "noindex", ""],
      ["googlebot", "nofollow", ""],
      ["googlebot", "unavailable_after", "25 Jun 2030 15:00 GMT"],
    ]);
  });
  it("bar the page only where they mean a robot of search", () => {
    expect(barringWords(page([["adsbot", "noindex"]], "somebot: noindex"))).toEqual([]);
    expect(barringWords(page([["bingbot", "none"]]))).toHaveLength(1);
    expect(barringWords(page([], "unavailable_after: 2001-01-01"))).toHaveLength(1);
  });
});

it("things of JSON-LD are found through graphs and lists, and their number is bounded", () => {
  const parsed = {
    "@context": "x",
    "@graph": [{ "@type": ["schema:Person", "https://schema.org/Author"] }, { a: [{ "@type": "Offer" }] }],
  };
  expect(thingsOf(parsed).map(({ thing }) => typesOf(thing))).toEqual([["Person", "Author"], [], ["Offer"]]);
  expect(thingsOf(Array.from({ length: 5_000 }, () => ({ "@type": "Offer" }))).length).toBeLessThanOrEqual(300);
  let deep: unknown = { "@type": "Offer" };
  for (let n = 0; n < 1_000; n += 1) deep = { a: deep };
  expect(thingsOf(deep)).toHaveLength(1);
  fc.assert(fc.property(fc.jsonValue(), (value) => thingsOf(value).length <= 300));
});

it("wide letters are wide", () => {
  expect(textWidth("iiii", 20)).toBeLessThan(textWidth("MMMM", 20) / 3);
  expect(textWidth("パン", 20)).toBe(40);
});

it("likeness is what two texts share", () => {
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => (from + n) * 7);
  expect(likeness(numbers(0, 100), numbers(0, 100))).toBe(1);
  expect(likeness(numbers(0, 100), numbers(100, 200))).toBe(0);
  expect(likeness(numbers(0, 100), numbers(50, 150))).toBeCloseTo(1 / 3, 2);
  expect(likeness([], [])).toBe(0);
});
