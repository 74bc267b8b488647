/** A piece of a template: literal text, or the name of a part. */
type Piece = { literal: string } | { part: string };

/** `/a/{b}-{c}.json` cut at its slashes, each into literals and parts. A slash at the end says nothing. */
export function templateSegments(template: string): Piece[][] {
  return segmentsOf(template).map((segment) =>
    segment
      .split(/(\{[^{}]*\})/)
      .filter((piece) => piece !== "")
      .map((piece) => (piece.startsWith("{") && piece.endsWith("}") ? { part: piece.slice(1, -1) } : { literal: escapedLiteral(piece) })),
  );
}

/**
 * The texts of a path's parts, still percent-encoded, where the path fits the template; null where it doesn't.
 * A part ends where the literal after it is first found. Nothing is tried twice, whatever the template is.
 */
export function matchPath(template: string, path: string): Record<string, string> | null {
  const wanted = templateSegments(template);
  const given = segmentsOf(path);
  if (wanted.length !== given.length) return null;
  const found: [string, string][] = [];
  for (const [at, pieces] of wanted.entries()) {
    const parts = matchSegment(pieces, given[at] ?? "");
    if (!parts) return null;
    found.push(...parts);
  }
  return Object.fromEntries(found);
}

function matchSegment(pieces: Piece[], segment: string): [string, string][] | null {
  const found: [string, string][] = [];
  let rest = segment;
  for (const [at, piece] of pieces.entries()) {
    if ("literal" in piece) {
      const text = decodedPath(rest) === decodedPath(piece.literal) ? rest : piece.literal;
      if (!rest.startsWith(text)) return null;
      rest = rest.slice(text.length);
      continue;
    }
    const next = pieces[at + 1];
    const last = next && "literal" in next && at + 2 === pieces.length;
    const end = !next ? rest.length : "part" in next ? 1 : last ? rest.length - next.literal.length : rest.indexOf(next.literal, 1);
    if (end < 1) return null;
    found.push([piece.part, rest.slice(0, end)]);
    rest = rest.slice(end);
  }
  return rest === "" ? found : null;
}

/** Percent-encoding taken off; null where it is not valid. */
export function decodedPath(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** As it stands in an address; what is percent-encoded in the template already stays so. */
function escapedLiteral(text: string): string {
  return encodeURI(text.replace(/\p{Cs}/gu, ""))
    .replace(/%25([0-9a-f]{2})/gi, "%$1")
    .replace(/[?#]/g, encodeURIComponent);
}

function segmentsOf(path: string): string[] {
  const inner = path.startsWith("/") ? path.slice(1) : path;
  return (inner.endsWith("/") ? inner.slice(0, -1) : inner).split("/");
}
