/** The first plain fields of an answer, as one would write them: enough to see its shape. */
export function answerExcerpt(answer: unknown, limit = 4): string | null {
  if (typeof answer !== "object" || answer === null) return null;
  const plain = Object.entries(answer).filter(
    ([, value]) => ["string", "number", "boolean"].includes(typeof value) && String(value).length < 60,
  );
  // What a caller decides on comes first; addresses only repeat the question.
  const told = plain
    .filter(([, value]) => !/^0x|^eip155:/.test(String(value)))
    .sort((a, b) => Number(typeof b[1] === "string") - Number(typeof a[1] === "string"))
    .slice(0, limit);
  if (told.length === 0) return null;
  return `{\n${told.map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`).join(",\n")}, …\n}`;
}
