/** Longer ones hide nothing that shorter ones don't. */
const LONGEST = 4_000;
/** Farther off than any screen is wide. */
const FAR = 500;

export type Declarations = Record<string, string>;

/** `color: red; left: -9999px !important` → names and values in lower case; the last of two wins. */
export function readDeclarations(style: string): Declarations {
  const found: Declarations = Object.create(null);
  for (const part of style.slice(0, LONGEST).split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    found[name] = part
      .slice(colon + 1)
      .replace("!important", "")
      .trim()
      .toLowerCase();
  }
  return found;
}

/** Does this style keep its text from being seen? What is only about to be faded in counts as seen. */
export function hides(style: Declarations): boolean {
  if (style.display === "none" || style.visibility === "hidden" || style.visibility === "collapse") return true;
  if (isZero(style.opacity) && !fadesIn(style)) return true;
  const size = pixels(style["font-size"]);
  if (size !== null && size <= 1) return true;
  return isOffScreen(style) || isClipped(style) || isOwnColour(style);
}

/** Does it say anything about being seen? */
export function speaksOfBeingSeen(style: Declarations): boolean {
  return ["display", "visibility", "opacity", "position", "left", "clip", "clip-path"].some((name) => name in style);
}

function fadesIn(style: Declarations): boolean {
  return ["transform", "transition", "animation", "filter", "will-change"].some((name) => name in style);
}

function isOffScreen(style: Declarations): boolean {
  const indent = pixels(style["text-indent"]);
  if (indent !== null && Math.abs(indent) >= FAR) return true;
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  return ["left", "right", "top", "bottom"].some((side) => (pixels(style[side]) ?? 0) <= -FAR);
}

function isClipped(style: Declarations): boolean {
  if (style.clip && /^rect\([01pxtemr%, ]{4,40}\)$/.test(style.clip)) return true;
  if (style["clip-path"] && /^(inset\((50|100)%\)|circle\(0)/.test(style["clip-path"])) return true;
  if (style.transform && /^scale\(0[,)]/.test(style.transform)) return true;
  const small = [style.height, style.width, style["max-height"]].some((length) => (pixels(length) ?? 2) <= 1);
  return small && (style.overflow ?? "").startsWith("hidden");
}

function isOwnColour(style: Declarations): boolean {
  const ground = style["background-color"] ?? style.background;
  return Boolean(style.color) && style.color === ground && style.color !== "inherit";
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^0?\.?0{0,8}%?$/.test(value) && value.includes("0");
}

/** Lengths that are not in pixels are made to be, about. */
function pixels(value: string | undefined): number | null {
  const found = /^(-?\d{0,9}(?:\.\d{1,9})?)(px|em|rem|vw|vh|%|pt)?$/.exec(value ?? "");
  if (!found?.[1]) return null;
  const scale = { em: 16, rem: 16, vw: 10, vh: 8, "%": 10, pt: 1.3 }[found[2] ?? ""] ?? 1;
  return Number(found[1]) * scale;
}
