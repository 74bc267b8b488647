/** Columns of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const PAGE = "1";
const BLOCK = "2";
const WORD = "5";

/** The words of Tesseract's table, each with where it stands. */
export function wordsOf(table) {
  const page = { width: 0, height: 0 };
  const words = [];
  let blocks = 0;
  for (const row of table.split("\n")) {
    const cells = row.split("\t");
    const [left, top, width, height] = cells.slice(6, 10).map(Number);
    if (cells[0] === PAGE) Object.assign(page, { width, height });
    if (cells[0] === BLOCK) blocks += 1;
    const text = cells.slice(11).join(" ").trim();
    // Pictures and rules come as words without letters.
    if (cells[0] !== WORD || text === "") continue;
    const [block, paragraph, line] = cells.slice(2, 5).map(Number);
    words.push({ block, paragraph, line, text, confidence: Number(cells[10]), box: { left, top, width, height } });
  }
  return { page, words, blocks };
}
