import { describe, expect, it } from "vitest";
import { freshName, shortName } from "./shortName";

describe("names for addresses", () => {
  it("keep letters and digits, in lower case, 40 at most", () => {
    expect(shortName("Öl-Preise, heute!")).toBe("ol-preise-heute");
    expect(shortName("../../etc/passwd")).toBe("etc-passwd");
    expect(shortName(`${"x".repeat(39)} y`)).toBe("x".repeat(39));
    expect(shortName("天気")).toBe("");
    expect(shortName("__proto__")).toBe("proto");
  });

  it("are each given once", () => {
    const taken = new Set<string>();
    const long = "a".repeat(50);
    const names = ["list", "List!", "list", "天気", long, long].map((words) => freshName(words, taken));
    expect(names).toEqual(["list", "list-2", "list-3", "call", "a".repeat(40), `${"a".repeat(38)}-2`]);
  });
});
