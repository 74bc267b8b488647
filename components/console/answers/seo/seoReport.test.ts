import { describe, expect, it } from "vitest";
import type { SeoAuditAnswer, SeoIssue } from "@/lib/tools/seo-audit/schema";
import { reportText } from "./reportText";
import { byReason, pathOf, scoreLook, spotWords } from "./seoWords";

const issue: SeoIssue = {
  id: "title-present",
  level: "error",
  category: "head",
  title: "The page has no title",
  why: "It is what people read.",
  mend: "Add one.",
  where: [{ text: "a `tick`\nand **stars**", selector: "head > title", page: "https://a.test/x" }],
  where_left_out: 3,
  taken: 40,
};

const answer = {
  url: "https://a.test/x",
  summary: "60 of 100: 1 error on one page.",
  score: {
    categories: [
      { id: "head", weight: 16, taken: 40, score: 60 },
      { id: "ai", weight: 3, taken: 0, score: null },
    ],
  },
  issues: [issue],
  not_measured: [
    { id: "one", why: "Only one page." },
    { id: "two", why: "Only one page." },
    { id: "three", why: "No browser." },
  ],
  pages: [{ fetched_at: "2026-05-14T08:00:00.000Z" }],
} as unknown as SeoAuditAnswer;

describe("the report as text", () => {
  it("says what the view says, and takes nothing of the page as its own mark-up", () => {
    expect(reportText(answer)).toMatchInlineSnapshot(`
      "# SEO audit of https://a.test/x

      60 of 100: 1 error on one page. Read on 2026-05-14T08:00:00.000Z.

      | Part | Weight | Score |
      | --- | ---: | ---: |
      | Head | 16 | 60 |
      | AI | 3 | not judged |

      ## Errors

      ### The page has no title

      It is what people read. **Mend:** Add one.

      - \`a ´tick´ and **stars**\` at \`https://a.test/x, head > title\`
      - and 3 more

      ## Not measured

      - one, two: Only one page.
      - three: No browser."
    `);
  });
});

describe("words of the report", () => {
  it("name the place as exactly as it is known", () => {
    expect(spotWords({ text: "", selector: "a", header: "link" })).toBe("a");
    expect(spotWords({ text: "", header: "link" })).toBe("header link");
    expect(spotWords({ text: "", line: 3 })).toBe("robots.txt, line 3");
    expect(spotWords({ text: "" })).toBeNull();
  });
  it("group what was not measured by its reason", () => {
    expect(byReason(answer.not_measured)).toEqual([
      { why: "Only one page.", ids: ["one", "two"] },
      { why: "No browser.", ids: ["three"] },
    ]);
  });
  it("call a score what it is", () => {
    expect([100, 90, 89, 60, 59, 0].map((score) => scoreLook(score).word)).toEqual(["Good", "Good", "Fair", "Fair", "Poor", "Poor"]);
    expect(pathOf("https://a.test/x?y=1")).toBe("/x?y=1");
    expect(pathOf("nowhere")).toBe("nowhere");
  });
});
