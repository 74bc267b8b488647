import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "./decodeText";

const decode = (body: Buffer | string, type = "text/html") =>
  decodeText({ headers: { "content-type": type }, body: Buffer.isBuffer(body) ? body : Buffer.from(body, "latin1") });

describe("bytes as text", () => {
  it.each([
    ["windows-1251", "Хлеб из печи"],
    ["shift_jis", "パンを焼く"],
    ["gb18030", "面包店"],
    ["euc-kr", "빵집"],
    ["big5", "麵包店"],
    ["iso-8859-2", "Pečivo a žitný chléb"],
    ["koi8-r", "Ржаной хлеб"],
  ])("are read as the header says: %s", (charset, text) => {
    expect(decode(iconv.encode(text, charset), `text/html; charset="${charset.toUpperCase()}"`)).toMatchObject({
      text,
      charset,
      from: "header",
    });
  });

  it("follow the mark at their start before anything else", () => {
    for (const charset of ["utf-8", "utf-16le", "utf-16be"]) {
      const body = iconv.encode("Brötchen", charset, { addBOM: true });
      expect(decode(body, "text/html; charset=iso-8859-1")).toMatchObject({ text: "Brötchen", charset, from: "bom" });
    }
  });

  it("are read as the document says where the header is silent or speaks nonsense", () => {
    const page = (meta: string) => iconv.encode(`<html><head>${meta}<title>Žito</title>`, "windows-1250");
    expect(decode(page('<meta charset="windows-1250">'))).toMatchObject({ from: "document", charset: "windows-1250" });
    expect(
      decode(page('<meta http-equiv=content-type content="text/html; charset=windows-1250">'), "text/html; charset=nonsense"),
    ).toMatchObject({
      from: "document",
      claims: { header: "nonsense", document: "windows-1250" },
    });
    expect(decode(iconv.encode('<?xml version="1.0" encoding="koi8-r"?><a>Хлеб</a>', "koi8-r"), "text/xml").text).toContain("Хлеб");
  });

  it("are read as browsers read old names", () => {
    expect(decode("caf\xe9 \x80 5", "text/html; charset=iso-8859-1")).toMatchObject({ text: "café € 5", charset: "windows-1252" });
    // Read byte by byte so far, it can't be of two bytes a letter.
    expect(decode('<meta charset="utf-16">plain')).toMatchObject({ charset: "utf-8", from: "document" });
  });

  it("are guessed: UTF-8 where that fits, else what old software wrote", () => {
    expect(decode(Buffer.from("Brötchen"))).toMatchObject({ text: "Brötchen", charset: "utf-8", from: "guess", malformed: false });
    expect(decode("Br\xf6tchen")).toMatchObject({ text: "Brötchen", charset: "windows-1252", from: "guess" });
  });

  it("tell that they are not what they claim to be", () => {
    expect(decode("Br\xf6tchen", "text/html; charset=utf-8")).toMatchObject({ malformed: true, from: "header" });
    expect(decode(Buffer.from("cut within a letter: ö").subarray(0, -1), "text/html; charset=utf-8").malformed).toBe(false);
    expect(decode(Buffer.from("a real \uFFFD in it"), "text/html; charset=utf-8").malformed).toBe(false);
  });

  it("are never run through what is no charset", () => {
    for (const name of ["base64", "hex", "utf-7", "utf7-imap", "binary"])
      expect(decode("aGk=", `text/html; charset=${name}`).text).toBe("aGk=");
  });
});
