import { resolveUrl } from "../../web/head/linkTags";

export type LlmsTxt = {
  title: string | null;
  sections: number;
  links: { url: string; line: number }[];
  faults: { line: number; what: string; mend: string }[];
};

const MOST_LINES = 5_000;
const MOST_FAULTS = 20;

/** Reads llms.txt by its form: one title, a quote that sums up, free text, then sections that are lists of links. */
export function readLlmsTxt(text: string, base: string): LlmsTxt {
  const found: LlmsTxt = { title: null, sections: 0, links: [], faults: [] };
  const fault = (line: number, what: string, mend: string) => {
    if (found.faults.length < MOST_FAULTS) found.faults.push({ line, what, mend });
  };
  let fenced = false;
  let first = true;
  for (const [index, raw] of text.split(/\r\n|\r|\n/, MOST_LINES).entries()) {
    const line = raw.trim();
    if (line.startsWith("```")) fenced = !fenced;
    if (line === "" || fenced) continue;
    const number = index + 1;
    const head = /^(#{1,6}) +(.{1,500})/.exec(line);
    if (first && head?.[1] !== "#") fault(number, "The first line is no title.", "Begin with # and the name of the site.");
    first = false;
    if (head?.[1] === "#") {
      if (found.title === null) found.title = head[2]?.trim() ?? null;
      else fault(number, "There is a second title.", "Make it a section: ##.");
    } else if (head?.[1] === "##") found.sections += 1;
    else if (found.sections > 0) readListed(line, number, base, found, fault);
  }
  if (first) fault(1, "The file is empty.", "Begin with # and the name of the site.");
  else if (found.title === null) fault(1, "There is no title.", "Begin with # and the name of the site.");
  return found;
}

type Fault = (line: number, what: string, mend: string) => void;

/** What stands in a section: a link, its name, and words about it. */
function readListed(line: string, number: number, base: string, found: LlmsTxt, fault: Fault): void {
  if (!/^[-*+] /.test(line)) return;
  const link = /^[-*+] +\[([^\]]{1,500})\]\(([^()\s]{1,2000})\)(.?)/.exec(line);
  const url = link && resolveUrl(link[2] ?? "", base);
  if (!link) fault(number, "An entry of a section is no link.", "Write - [name](address): what is there.");
  else if (url) found.links.push({ url, line: number });
  else fault(number, "An entry leads nowhere.", "Write a full address with https://.");
}
