import { describe, expect, it } from "vitest";
import { definition } from "./definition";
import { examples } from "./examples";
import { identify } from "./identify";
import { run } from "./run";
import { input, output } from "./schema";

describe("a language", () => {
  it.each([
    ["The bakery on the corner sells out of bread before nine every morning.", "eng", "en", "English", "Latn"],
    ["Die Bäckerei an der Ecke hat schon vor neun Uhr kein Brot mehr.", "deu", "de", "German", "Latn"],
    ["Пекарня на углу каждое утро распродаёт хлеб ещё до девяти.", "rus", "ru", "Russian", "Cyrl"],
    ["Пекарня на розі щоранку розпродує хліб ще до дев'ятої.", "ukr", "uk", "Ukrainian", "Cyrl"],
    ["角のパン屋は毎朝九時前に売り切れてしまう。", "jpn", "ja", "Japanese", "Jpan"],
    ["모퉁이 빵집은 매일 아침 아홉 시 전에 다 팔린다.", "kor", "ko", "Korean", "Hang"],
    ["ร้านขนมปังตรงหัวมุมขายหมดก่อนเก้าโมงทุกเช้า", "tha", "th", "Thai", "Thai"],
  ])("%s", (text, code, short, name, script) => {
    const answer = identify(text);
    expect(answer).toMatchObject({ status: "identified", language: { code, iso_639_1: short, name }, script: { code: script } });
    expect(answer.candidates[0]).toMatchObject({ code, score: 1 });
    expect(output.safeParse(answer).success).toBe(true);
  });

  it("comes with what else it might be, the best first", () => {
    const { candidates } = identify("Kafeen åpner ikke før klokka ti, så vi drikker kaffe hjemme.");
    expect(candidates.slice(0, 3).map(({ code }) => code)).toEqual(expect.arrayContaining(["nob", "dan"]));
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("of Chinese characters alone is not said with full confidence", () => {
    expect(identify("转角的面包店每天早上九点以前就卖光了。")).toMatchObject({
      language: { code: "cmn" },
      confidence: "medium",
      basis: "script",
    });
  });
});

describe("unknown, not guessed", () => {
  it.each([
    ["Taxi!", "too_short"],
    ["OK", "too_short"],
    ["12.5 + 7 = 19.5 🙂", "no_letters"],
    ["ไ", "too_short"],
  ])("%s: %s", (text, because) => {
    expect(identify(text)).toMatchObject({ status: "unknown", unknown_because: because, language: null, confidence: null, candidates: [] });
  });

  it("when two fit alike, which are told", () => {
    const { status, unknown_because, candidates } = identify("Kan du si meg hvilken plattform bussen til flyplassen går fra?");
    expect({ status, unknown_because }).toEqual({ status: "unknown", unknown_because: "too_close" });
    expect(candidates.slice(0, 2).map(({ code }) => code)).toEqual(["dan", "nob"]);
  });
});

describe("a long text", () => {
  const english = "The bakery on the corner sells out of bread before nine every morning. ";
  const spanish = "La panadería de la esquina se queda sin pan antes de las nueve de la mañana. ";

  it("is read in places", () => {
    const text = english.repeat(290).slice(0, 20_000);
    expect(identify(text)).toMatchObject({ language: { code: "eng" }, parts: [], characters: { given: 20_000, read: 5_000 } });
  });

  it("of two languages says where each stands", () => {
    const { parts } = identify(english.repeat(60) + spanish.repeat(60));
    expect(parts[0]).toMatchObject({ from: 0, code: "eng" });
    expect(parts.at(-1)).toMatchObject({ code: "spa", name: "Spanish" });
  });
});

describe("hostile input", () => {
  it.each([
    ["nothing but blanks", "   ", false],
    ["more than may be sent", "a".repeat(20_001), false],
    ["lone surrogates", "\ud800".repeat(500), true],
    ["control characters", `\u0000\u0007${"a".repeat(50)}`, true],
  ])("%s", (_, text, taken) => {
    const parsed = input.safeParse({ text });
    expect(parsed.success).toBe(taken);
    if (parsed.success) expect(output.safeParse(identify(parsed.data.text)).success).toBe(true);
  });
});

it("has an answer to each of its examples", async () => {
  for (const { name, input: example } of examples()) {
    const answer = await run(input.parse(example));
    expect(answer.language?.name ?? "too short", name).toContain(name);
  }
  expect(definition.examples["eip155:8453"]).toEqual(examples()[0]?.input);
});
