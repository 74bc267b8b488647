/** A cut that leaves so much of what is allowed may look for a better place. */
const WORTH = 0.8;

/** The beginning of a Markdown text, ended between two paragraphs where one ends near by, and with its code block closed. */
export function cutMarkdown(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown;
  const fits = markdown.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  const gap = fits.lastIndexOf("\n\n");
  const kept = (gap > most * WORTH ? fits.slice(0, gap) : fits).trimEnd();
  const open = openFence(kept);
  return open ? `${kept}\n${open}` : kept;
}

function openFence(markdown: string): string | null {
  let open: string | null = null;
  for (const [, fence = ""] of markdown.matchAll(/^ *(`{3,})/gm)) {
    if (open === null) open = fence;
    else if (fence.length >= open.length) open = null;
  }
  return open;
}
