import { z } from "zod";
import { type Category, defineTool, type Tool } from "@/lib/tools/define";

const CATEGORIES: Category[] = ["A", "B", "C", "D", "E"];

/** So many tools that differ in name, category and price; `over` changes the one with this number. */
export function fakeTools(count: number, over: Record<number, Partial<Tool>> = {}): Tool[] {
  return Array.from({ length: count }, (_, i) => {
    const category = CATEGORIES[i % CATEGORIES.length] as Category;
    const slug = `fake-${String(i).padStart(4, "0")}`;
    const tool = defineTool({
      definition: {
        code: `${category}${i + 1000}`,
        slug,
        category,
        question: `What is number ${i}?`,
        description: `Says what number ${i} is, and no more.`,
        price: `0.${String((i % 50) + 1).padStart(3, "0")}`,
        seller: { handle: "tester", name: "Tester" },
        tags: [`tag${i}`],
        timeoutMs: 1_000,
        examples: { "eip155:8453": { n: i }, "eip155:84532": { n: i } },
        cannotKnow: [],
        faults: [],
      },
      schema: { input: z.object({ n: z.number() }), output: z.object({ n: z.number() }), fields: {} },
      run: async ({ n }) => ({ n }),
    });
    return { ...tool, ...over[i] };
  });
}
