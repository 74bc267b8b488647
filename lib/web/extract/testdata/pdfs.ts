/** A PDF of these objects, the first its catalog; `trailer` is added to the end of the file. */
function pdfOf(objects: readonly string[], trailer = ""): Buffer {
  let out = "%PDF-1.4\n";
  const starts = objects.map((object, index) => {
    const start = out.length;
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = out.length;
  const rows = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, "latin1");
}

const PAGE = (content: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`;
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** A page for each list of lines; a page of no lines holds a drawing only. */
export function pagesPdf(pages: readonly (readonly string[])[], trailer = ""): Buffer {
  const first = 4;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(" ");
  const parts = pages.flatMap((lines, index) => [
    PAGE(first + index * 2 + 1),
    stream(
      lines.length === 0 ? "0 0 100 100 re f" : lines.map((line, n) => `BT /F1 12 Tf 72 ${760 - n * 14} Td (${line}) Tj ET`).join("\n"),
    ),
  ]);
  return pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`, FONT, ...parts], trailer);
}

/** One that opens with a password that nobody knows. */
export function lockedPdf(): Buffer {
  const hash = `<${"5a".repeat(32)}>`;
  const id = `<${"00".repeat(16)}>`;
  return pagesPdf([["secret"]], `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hash} /U ${hash} /P -4 >> /ID [${id} ${id}]`);
}
