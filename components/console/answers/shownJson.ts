const LONGEST = 1_000;
const SHOWN = 120;

/** An answer as JSON to be read: texts that nobody reads, such as pictures, are cut, and say by how much. */
export function shownJson(answer: unknown): { text: string; cut: boolean } {
  let cut = false;
  const text = JSON.stringify(
    answer,
    (_, value: unknown) => {
      if (typeof value !== "string" || value.length <= LONGEST || /\s/.test(value.slice(0, LONGEST))) return value;
      cut = true;
      return `${value.slice(0, SHOWN)}… and ${(value.length - SHOWN).toLocaleString("en")} characters more`;
    },
    2,
  );
  return { text, cut };
}
