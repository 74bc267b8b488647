/** Where a text stops being JSON, and what stands there. */
export type JsonFault = { at: number; code: string; why: string; mend: string };

const DEEPEST = 200;

type Scan = { text: string; at: number };

/**
 * The first place at which a text breaks the rules of JSON, in words that say how to mend it; null where it keeps them.
 * The built-in parser only names a place, and not always.
 */
export function jsonFault(text: string): JsonFault | null {
  const scan: Scan = { text, at: 0 };
  skip(scan);
  if (scan.at === text.length) return { at: 0, code: "empty", why: "There is nothing in it.", mend: "Take it out, or fill it." };
  const fault = value(scan);
  if (fault) return fault;
  skip(scan);
  if (scan.at === text.length) return null;
  return told(scan, "trailing_text", "Something stands behind the end of the JSON.", "Take it out, or put several objects into a list.");
}

/** Keeps the open brackets in a list of its own: strangers choose the depth. */
function value(scan: Scan): JsonFault | null {
  const open: ("}" | "]")[] = [];
  for (;;) {
    const fault = start(scan, open);
    if (fault) return fault;
    if (fault === undefined) continue;
    // A value has ended: what may follow depends on what it stands in.
    const after = afterValue(scan, open);
    if (after === "end") return null;
    if (after) return after;
  }
}

/** The start of a value, or the whole of a plain one (null). undefined: a bracket was opened and another value follows. */
function start(scan: Scan, open: ("}" | "]")[]): JsonFault | null | undefined {
  skip(scan);
  const letter = scan.text[scan.at];
  if (letter === "{" || letter === "[") {
    if (open.length >= DEEPEST) return told(scan, "too_deep", `It nests deeper than ${DEEPEST} levels.`, "Flatten it.");
    scan.at += 1;
    skip(scan);
    if (scan.text[scan.at] === (letter === "{" ? "}" : "]")) {
      scan.at += 1;
      return null;
    }
    open.push(letter === "{" ? "}" : "]");
    return letter === "{" ? key(scan) : undefined;
  }
  return letter === '"' ? string(scan) : word(scan);
}

function afterValue(scan: Scan, open: ("}" | "]")[]): JsonFault | "end" | null {
  for (;;) {
    const inside = open.at(-1);
    if (!inside) return "end";
    skip(scan);
    const letter = scan.text[scan.at];
    if (letter === undefined) return told(scan, "unfinished", `It ends before "${inside}".`, `Add the missing "${inside}", or the rest.`);
    scan.at += 1;
    if (letter === inside) {
      open.pop();
      continue;
    }
    if (letter !== ",") {
      scan.at -= 1;
      if (letter === "}" || letter === "]") {
        return told(scan, "wrong_bracket", `"${letter}" closes what "${inside === "}" ? "{" : "["}" has opened.`, `Put "${inside}" here.`);
      }
      return told(scan, "missing_comma", `A comma or "${inside}" is missing here.`, "Put a comma between two values.");
    }
    const comma = scan.at - 1;
    skip(scan);
    if (scan.text[scan.at] === "}" || scan.text[scan.at] === "]") {
      return { at: comma, code: "trailing_comma", why: "A comma stands behind the last value.", mend: "Take the comma out." };
    }
    return inside === "}" ? (key(scan) ?? null) : null;
  }
}

/** A name and its colon; undefined when the value may come. */
function key(scan: Scan): JsonFault | undefined {
  if (scan.text[scan.at] !== '"') {
    return told(scan, "bad_key", "A name in double quotes belongs here.", 'Write every name like "name".');
  }
  const fault = string(scan);
  if (fault) return fault;
  skip(scan);
  if (scan.text[scan.at] !== ":") return told(scan, "missing_colon", "A colon is missing behind the name.", 'Write "name": value.');
  scan.at += 1;
  return undefined;
}

function string(scan: Scan): JsonFault | null {
  const began = scan.at;
  for (scan.at += 1; scan.at < scan.text.length; scan.at += 1) {
    const letter = scan.text[scan.at] ?? "";
    if (letter === '"') {
      scan.at += 1;
      return null;
    }
    if (letter < " ") {
      return told(
        scan,
        "raw_control",
        "A line break or tab stands inside of a text.",
        "Write \\n or \\t instead, or end the text before it.",
      );
    }
    if (letter !== "\\") continue;
    scan.at += 1;
    const escaped = scan.text[scan.at] ?? "";
    if (escaped === "u" && /^[0-9a-f]{4}$/i.test(scan.text.slice(scan.at + 1, scan.at + 5))) scan.at += 4;
    else if (!escaped || !'"\\/bfnrt'.includes(escaped)) {
      return told(scan, "bad_escape", "A backslash stands before a letter that needs none.", "Double the backslash, or take it out.");
    }
  }
  return {
    at: began,
    code: "open_text",
    why: "A text begins here and never ends.",
    mend: 'Close it with ", and write \\" for quotes inside.',
  };
}

function word(scan: Scan): JsonFault | null {
  const found = /^(?:true|false|null|-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,400})?)(?![\w.])/.exec(
    scan.text.slice(scan.at, scan.at + 1_300),
  );
  if (found) {
    scan.at += found[0].length;
    return null;
  }
  const rest = scan.text.slice(scan.at, scan.at + 9);
  if (rest === "")
    return told(scan, "unfinished", "It ends where a value belongs.", "Add the value, or take the comma or colon before it out.");
  if (rest.startsWith("'") || /^[“”„‘’]/.test(rest)) return told(scan, "wrong_quotes", "These are not the quotes of JSON.", 'Use ".');
  if (rest.startsWith("//") || rest.startsWith("/*")) return told(scan, "comment", "JSON has no comments.", "Take the comment out.");
  if (rest.startsWith("<!--") || rest.startsWith("<![CDATA")) {
    return told(scan, "wrapped", "The JSON is wrapped in a comment or CDATA.", "Take the wrapping out: a script needs none.");
  }
  if (/^[,\]}]/.test(rest))
    return told(scan, "missing_value", `A value belongs before this "${rest[0]}".`, "Add the value, or take the name or comma out.");
  return told(
    scan,
    "bad_value",
    "This is no value of JSON.",
    "Put texts into double quotes; other values are numbers, true, false and null.",
  );
}

function skip(scan: Scan): void {
  while (scan.at < scan.text.length && " \t\n\r".includes(scan.text[scan.at] as string)) scan.at += 1;
}

function told(scan: Scan, code: string, why: string, mend: string): JsonFault {
  return { at: Math.min(scan.at, scan.text.length), code, why, mend };
}
