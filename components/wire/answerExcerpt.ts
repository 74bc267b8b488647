/** The first plain fields of an answer, as one would write them: enough to see its shape. */
export function answerExcerpt(answer: unknown, limit = 4): string | null {
  if (typeof answer !== "object" || answer === null) return null;
  const entries = Object.entries(answer);
  // What a caller decides on comes first; addresses only repeat the question.
  const plain = entries
    .filter(([, value]) => isShort(value) && !/^0x|^eip155:/.test(String(value)))
    .sort((a, b) => Number(typeof b[1] === "string") - Number(typeof a[1] === "string"))
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const told = [...plain.slice(0, limit), ...(plain.length < 2 ? entries.flatMap(inside) : [])].slice(0, limit);
  if (told.length === 0) return null;
  return `{\n${told.map((line) => `  ${line}`).join(",\n")}, …\n}`;
}

/** Of an answer that has its facts a level deeper: the first of each. */
function inside([key, value]: [string, unknown]): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const first = Object.entries(value).find(([, fact]) => typeof fact === "string" && isShort(fact));
  return first ? [`"${key}": { "${first[0]}": ${JSON.stringify(first[1])}, … }`] : [];
}

function isShort(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value) && String(value).length < 60;
}
