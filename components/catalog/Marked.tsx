/** Text with the searched words underlined in the accent. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "giu");
  let at = 0;
  return text.split(pattern).map((part) => {
    const key = at;
    at += part.length;
    return words.includes(part.toLowerCase()) ? (
      <mark key={key} className="bg-transparent text-current underline decoration-accent decoration-2 underline-offset-4">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
