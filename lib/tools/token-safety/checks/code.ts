import { passes, type Rule, unknown } from "./rule";

export const code: Rule = {
  id: "code_read",
  title: "The code could be read",
  failing: "the code could not be read",
  severity: "high",
  judge: ({ code: facts }) => {
    if (!facts.read) return unknown(facts.why);
    const writers = facts.functions.filter((fn) => fn.mutability !== "view" && fn.mutability !== "pure").length;
    return passes(`${facts.functions.length} functions in the bytecode, ${writers} of them can change something.`);
  },
};
