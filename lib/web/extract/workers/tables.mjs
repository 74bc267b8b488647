/** Between the cells of a row, and between rows, until the whole table is there. They are taken out of every page before. */
export const CELL = "\u001f";
export const ROW = "\u001e";

const MOST_COLUMNS = 64;

/** Tables as GitHub's Markdown writes them. What only lays out a page becomes what stands in its cells. */
export function tableRules() {
  const kinds = new WeakMap();
  const isData = (cell) => {
    const table = cell.closest("table");
    if (!table) return false;
    if (!kinds.has(table)) kinds.set(table, holdsData(table));
    return kinds.get(table);
  };
  return {
    tableCell: {
      filter: ["th", "td"],
      replacement: (content, cell) => (isData(cell) ? oneLine(content) + CELL.repeat(width(cell)) : `\n\n${content.trim()}\n\n`),
    },
    tableRow: { filter: "tr", replacement: (content, row) => (isData(row) ? `${content}${ROW}` : content) },
    tablePart: { filter: ["thead", "tbody", "tfoot"], replacement: (content) => content },
    tableCaption: { filter: "caption", replacement: (content) => (content.trim() ? `${content.trim()}${ROW}` : "") },
    table: {
      filter: "table",
      replacement: (content, table) => (isData(table) ? `\n\n${drawn(content)}\n\n` : `\n\n${content.replaceAll(ROW, "\n\n")}\n\n`),
    },
  };
}

/** A table within, or a single column, is a way to place things and says nothing by itself. */
function holdsData(table) {
  if (table.getAttribute("role") === "presentation" || table.getAttribute("role") === "none") return false;
  if (table.querySelector("table")) return false;
  if (table.querySelector("th")) return true;
  const row = table.querySelector("tr");
  return row !== null && row.querySelectorAll("td").length > 1;
}

function width(cell) {
  const span = Number.parseInt(cell.getAttribute("colspan") ?? "1", 10);
  return Number.isInteger(span) ? Math.min(MOST_COLUMNS, Math.max(1, span)) : 1;
}

function oneLine(content) {
  return content
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ")
    .replaceAll("|", "\\|");
}

function drawn(content) {
  const parts = content.split(ROW).map((row) => row.trim());
  const rows = parts.filter((row) => row.includes(CELL)).map((row) => row.split(CELL).slice(0, -1).slice(0, MOST_COLUMNS));
  const captions = parts.filter((row) => row !== "" && !row.includes(CELL));
  const columns = Math.max(0, ...rows.slice(0, 10_000).map((row) => row.length));
  if (columns === 0) return captions.join("\n\n");
  const line = (cells) => `| ${Array.from({ length: columns }, (_, index) => (cells[index] ?? "").trim()).join(" | ")} |`;
  const [head, ...body] = rows.map(line);
  return [...captions.map((text) => `${text}\n`), head, line(Array(columns).fill("---")), ...body].join("\n");
}
