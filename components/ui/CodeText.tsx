const PARTS = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)|(^\s*(?:#|\/\/).*$|\s(?:#|\/\/)\s.*$)/gm;

/** Code with its strings green and its comments dim; the words themselves say the rest. */
export function CodeText({ code }: { code: string }) {
  const parts: { text: string; kind: "plain" | "string" | "comment"; at: number }[] = [];
  let from = 0;
  for (const match of code.matchAll(PARTS)) {
    if (match.index > from) parts.push({ text: code.slice(from, match.index), kind: "plain", at: from });
    parts.push({ text: match[0], kind: match[1] ? "string" : "comment", at: match.index });
    from = match.index + match[0].length;
  }
  parts.push({ text: code.slice(from), kind: "plain", at: from });
  const color = { plain: undefined, string: "text-accent", comment: "text-ink-3" } as const;
  return parts.map((part) => (
    <span key={part.at} className={color[part.kind]}>
      {part.text}
    </span>
  ));
}
