import type { CheerioAPI } from "cheerio";

/** What cheerio's trees are made of. */
export type HtmlNode = Parameters<CheerioAPI["contains"]>[0];
export type HtmlElement = Extract<HtmlNode, { attribs: object }>;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

/**
 * Goes through all that lies below a node, in the order of the document. What `enter` answers false for is not gone into,
 * and "stop" ends the walk.
 * Strangers choose how deep a page nests, so nothing calls itself here.
 */
export function walkTree(root: HtmlNode, enter: (node: HtmlNode) => boolean | "stop"): void {
  let node = firstChild(root);
  while (node) {
    const next = enter(node);
    if (next === "stop") return;
    node = (next ? firstChild(node) : null) ?? following(node, root);
  }
}

/** The text below a node as it stands there, at most so many characters of it. */
export function textBelow(root: HtmlNode, most: number): string {
  let text = "";
  walkTree(root, (node) => {
    if (node.type === "text") text += node.data;
    return text.length < most || "stop";
  });
  return text.slice(0, most);
}

/** Takes nodes out of their tree, each parent's children in one go: strangers choose how many there are. */
export function takeOut(nodes: ReadonlySet<HtmlNode>): void {
  const parents = new Set([...nodes].map(({ parent }) => parent).filter((parent) => parent !== null));
  for (const parent of parents) {
    const kept = (parent.children as HtmlNode[]).filter((child) => !nodes.has(child));
    kept.forEach((child, index) => {
      child.prev = (kept[index - 1] ?? null) as typeof child.prev;
      child.next = (kept[index + 1] ?? null) as typeof child.next;
    });
    parent.children = kept as typeof parent.children;
  }
  for (const node of nodes) node.parent = null;
}

function firstChild(node: HtmlNode): HtmlNode | null {
  return "children" in node ? (node.children[0] ?? null) : null;
}

function following(from: HtmlNode, root: HtmlNode): HtmlNode | null {
  let node: HtmlNode | null = from;
  while (node && node !== root) {
    if (node.next) return node.next;
    node = node.parent;
  }
  return null;
}
