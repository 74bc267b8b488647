import { afterAll, describe, expect, it } from "vitest";
import { endThreads } from "@/lib/inference/local/threads";
import { NO_WEB } from "@/lib/testing/noWeb";
import type { Web, WebAnswer } from "@/lib/web/types";
import type { ToolContext } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { input, output } from "./schema";
import { bombGif, bombPng, picture, plainAsBmp, withOrientation } from "./testdata/pictures";

const TEXT = "The ferry to the island leaves at 7:35 from pier 4.\nBicycles travel free of charge on weekdays.";

const context = (over: Partial<ToolContext> = {}): ToolContext => ({
  signal: new AbortController().signal,
  homeChain: "eip155:84532",
  chain: () => null,
  web: NO_WEB,
  ...over,
});
const read = async (bytes: Uint8Array, over: Record<string, unknown> = {}, ctx = context()) =>
  output.parse(await run(input.parse({ image: Buffer.from(bytes).toString("base64"), ...over }), ctx));
const refusal = (reason: string) => expect.objectContaining({ name: "ToolRefusal", reason });

afterAll(endThreads);

describe("reading", { timeout: 30_000 }, () => {
  it.each(["plain.png", "plain.jpg", "plain.webp", "plain.gif", "faint.png"])("%s word by word", async (name) => {
    const answer = await read(picture(name));
    expect(answer.text).toBe(TEXT);
    expect(answer.confidence).toBeGreaterThan(90);
    expect(answer.image).toMatchObject({ width: 608, height: 112, turned_degrees: 0, slope_degrees: 0, url: null });
    expect(answer.counts).toEqual({ blocks: 1, lines: 2, words: 18 });
  });

  it("a BMP of 32 bits", async () => {
    expect(await read(plainAsBmp())).toMatchObject({ text: TEXT, image: { format: "bmp" } });
  });

  it("says where each word stands", async () => {
    const [block] = (await read(picture("plain.png"))).blocks;
    const words = block?.lines[0]?.words ?? [];
    expect(words[0]).toMatchObject({ text: "The", box: { x: 24, y: 32, width: 36, height: 15 } });
    expect(words[1]?.box.x).toBeGreaterThan(60);
  });

  it.each([
    ["turned-90.png", 270, { x: 65, y: 24, width: 15, height: 36 }],
    ["turned-180.png", 180, { x: 548, y: 65, width: 36, height: 15 }],
    ["turned-270.png", 90, { x: 32, y: 548, width: 15, height: 36 }],
  ])("%s, with boxes in the picture as it came", async (name, turned, box) => {
    const answer = await read(picture(name));
    expect(answer.text).toBe(TEXT);
    expect(answer.image.turned_degrees).toBe(turned);
    expect(answer.blocks[0]?.lines[0]?.words[0]?.box).toEqual(box);
  });

  it("a sloping picture, with boxes where the words really are", async () => {
    const answer = await read(picture("sloping.png"));
    expect(answer.text).toBe(TEXT);
    expect(answer.image.slope_degrees).toBeCloseTo(6, 0);
    const words = answer.blocks[0]?.lines[0]?.words ?? [];
    const [first, last] = [words[0]?.box, words.at(-1)?.box];
    // Six degrees clockwise: the end of the line lies lower by a tenth of its length.
    expect(((last?.y ?? 0) - (first?.y ?? 0)) / ((last?.x ?? 0) - (first?.x ?? 0))).toBeCloseTo(Math.tan((6 * Math.PI) / 180), 1);
  });

  it.each([3, 6, 8])("a photograph that asks to be turned (%i)", async (orientation) => {
    const answer = await read(withOrientation(picture("plain.jpg"), orientation));
    // The pixels are upright, so obeying the file lays them on their side or head, and the text is found there.
    expect(answer.text).toBe(TEXT);
    expect(answer.image.turned_degrees).toBe({ 3: 180, 6: 270, 8: 90 }[orientation]);
    expect(answer.image.width).toBe(orientation === 3 ? 608 : 112);
  });

  it("leaves out what it was not sure of, and says how much", async () => {
    const all = await read(picture("noisy.png"));
    const sure = await read(picture("noisy.png"), { min_confidence: 80 });
    expect(sure.counts.words).toBeLessThan(all.counts.words);
    expect(sure.left_out.words_below_confidence).toBe(all.counts.words - sure.counts.words);
    expect(sure.confidence ?? 0).toBeGreaterThan(all.confidence ?? 100);
  });

  it("answers a picture without text: there is none", async () => {
    expect(await read(picture("empty.png"))).toMatchObject({ text: "", confidence: null, blocks: [], counts: { words: 0 } });
  });

  it("answers the same to the same", async () => {
    const [a, b] = [await read(picture("noisy.png")), await read(picture("noisy.png"))];
    expect({ ...a, took_ms: 0 }).toEqual({ ...b, took_ms: 0 });
  });

  it("has an answer to its own examples", async () => {
    const answers = await Promise.all(
      examples({ network: "eip155:84532", site: null, tokens: [], places: [] }).map((one) => run(input.parse(one.input), context())),
    );
    expect(answers[0]?.text).toBe("Oat milk 1 litre\n$2.40 each");
    expect(answers[1]?.text).toContain("TOTAL EUR 17.00");
  });
});

describe("refusing", { timeout: 30_000 }, () => {
  it.each([
    ["no picture", Buffer.from("%PDF-1.7 not a picture at all"), "not_an_image"],
    ["too many pixels", bombPng(50_000, 50_000), "image_too_large"],
    ["too many bytes", Buffer.concat([picture("plain.png"), Buffer.alloc(3_000_000)]), "image_too_large"],
    ["a head without a size", picture("plain.jpg").subarray(0, 60), "image_unreadable"],
  ])("%s, before any price", async (_, bytes, reason) => {
    const sent = input.parse({ image: bytes.toString("base64") });
    expect(() => ready(sent)).toThrow(refusal(reason));
    await expect(run(sent, context())).rejects.toThrow(refusal(reason));
  });

  it.each(["hello there, world!", "data:image/png,abc", "data:image/png;base64,", "iVBORw0KGgo=*"])("what is no base64: %s", (image) => {
    expect(() => ready(input.parse({ image }))).toThrow(refusal("not_an_image"));
  });

  it("a picture that ends too soon", async () => {
    await expect(read(picture("plain.png").subarray(0, 600))).rejects.toThrow(refusal("image_unreadable"));
  });

  it("a frame that is larger than its picture, and reads the next picture", async () => {
    await expect(read(bombGif())).rejects.toThrow(expect.objectContaining({ name: "ToolRefusal", kind: "refused" }));
    expect((await read(picture("plain.gif"))).text).toBe(TEXT);
  });

  it("more pixels than the head promised to unpack", async () => {
    await expect(read(bombPng(4_000, 4_000))).rejects.toThrow(refusal("image_unreadable"));
  });

  it("when its time is up", async () => {
    const stop = new AbortController();
    const reading = read(picture("plain.png"), {}, context({ signal: stop.signal }));
    stop.abort();
    await expect(reading).rejects.toThrow(refusal("too_slow"));
  });

  it("calls beyond the queue, and answers the others", async () => {
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => read(picture("plain.png"))));
    const refused = calls.filter((call) => call.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: "queue_full", kind: "busy" });
    expect(calls.filter((call) => call.status === "fulfilled" && call.value.text === TEXT).length).toBe(20 - refused.length);
  });

  it("only with reasons that its definition lists", () => {
    const listed = definition.faults.map(({ reason }) => reason as string);
    for (const reason of ["not_an_image", "image_too_large", "image_unreadable", "too_slow", "queue_full", "model_failed"])
      expect(listed).toContain(reason);
  });
});

describe("a picture at an address", { timeout: 30_000 }, () => {
  const webWith = (answer: Partial<WebAnswer>): Web => ({
    ...NO_WEB,
    fetch: async (url) => ({
      url,
      status: 200,
      headers: {},
      setCookies: [],
      body: picture("plain.png"),
      truncated: false,
      hops: [],
      firstByteMs: 1,
      totalMs: 1,
      fetchedAt: new Date(),
      ageSeconds: 0,
      ...answer,
    }),
  });
  const at = (answer: Partial<WebAnswer>) => run(input.parse({ url: "https://a.example/x.png" }), context({ web: webWith(answer) }));

  it("is fetched and read, and its last address told", async () => {
    const answer = await at({ url: "https://b.example/x.png" });
    expect(answer).toMatchObject({ text: TEXT, image: { url: "https://b.example/x.png", bytes: picture("plain.png").length } });
  });

  it.each([
    [{ status: 404 }, "image_not_there"],
    [{ truncated: true }, "image_too_large"],
    [{ body: Buffer.from("<!doctype html>") }, "not_an_image"],
  ])("is refused where there is none: %o", async (answer, reason) => {
    await expect(at(answer)).rejects.toThrow(refusal(reason));
  });
});

describe("the input", () => {
  it.each([{}, { image: "aaaa", url: "https://a.example/" }, { image: "aaaa", min_confidence: 101 }])("%o is refused", (sent) => {
    expect(input.safeParse(sent).success).toBe(false);
  });
});
