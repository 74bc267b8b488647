/** What stands in for a long data: URL where people read: "picture.png, 2.7 KB"; null for other text. */
export function dataUrlName(text: string): string | null {
  const head = /^data:image\/([a-z0-9.+-]{1,20});base64,/i.exec(text.slice(0, 60));
  if (!head) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = Math.floor(((text.length - head[0].length) * 3) / 4) - padding;
  return `picture.${head[1]?.toLowerCase() === "jpeg" ? "jpg" : head[1]?.toLowerCase()}, ${formatBytes(bytes)}`;
}

/** `2.7 KB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
