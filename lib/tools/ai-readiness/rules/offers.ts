import { finding } from "../../../web/finding";
import { type Look, type Marked, marked, type Rule } from "../rule";

export const structuredData: Rule = {
  id: "structured_data",
  title: "The page describes itself for machines",
  what: "All points for structured data that can be read, half where some of it can't.",
  points: 8,
  mark: ({ page }) => {
    if (!page?.structured) return marked(null);
    const { items, types, faults } = page.structured;
    const where = types.slice(0, 5).join(", ") || null;
    if (items === 0) {
      return marked(
        0,
        finding("warning", "data.none", "The page holds no structured data that can be read.", {
          why: "Names, prices and dates have to be guessed from the text.",
          mend: "Describe it in JSON-LD with schema.org's types.",
        }),
      );
    }
    if (faults > 0)
      return marked(
        0.5,
        finding("warning", "data.faults", `Structured data is there, and ${faults} of its parts can't be used.`, {
          where,
          mend: "Check it with structured-data.",
        }),
      );
    return marked(1, finding("pass", "data.there", `Structured data describes ${items} ${items === 1 ? "thing" : "things"}.`, { where }));
  },
};

export const llmsTxt: Rule = {
  id: "llms_txt",
  title: "llms.txt shows the way",
  what: "All points for a file of the right form whose links answer, half for one with faults.",
  points: 7,
  mark: ({ site: { llms_txt: file } }) => {
    const where = file.url;
    if (file.state === "not_asked" || file.state === "no_answer")
      return notMeasured("llms_txt.unknown", "llms.txt was not read.", file.note);
    if (file.state === "absent" || file.state === "closed") {
      return marked(
        0,
        finding("notice", "llms_txt.none", "There is no llms.txt.", {
          where,
          why: "Agents look there for what is worth reading.",
          mend: "Put one up: a title, a sentence, and lists of links with words about each.",
        }),
      );
    }
    const faults = file.faults
      .slice(0, 3)
      .map(({ line, what, mend }) => finding("warning", "llms_txt.form", what, { where: `${where}, line ${line}`, mend }));
    const dead = file.links_tried.filter(({ status }) => status !== null && status >= 400);
    const gone = dead.map(({ url, status }) =>
      finding("warning", "llms_txt.link", `A link in llms.txt answers ${status}.`, {
        where: url,
        mend: "Correct the address, or take it out.",
      }),
    );
    if (faults.length + gone.length > 0) return marked(0.5, ...faults, ...gone);
    return marked(
      1,
      finding("pass", "llms_txt.there", `llms.txt is there, with ${file.links} ${file.links === 1 ? "link" : "links"}.`, { where }),
    );
  },
};

export const markdown: Rule = {
  id: "markdown",
  title: "The page can be had as Markdown",
  what: "All points where the page names it, gives it to those who ask for text/markdown, or has it at its address with .md.",
  points: 5,
  mark: ({ page, site: { markdown: twin } }) => {
    if (!page || twin.state === "no_answer" || twin.state === "not_asked")
      return page ? notMeasured("markdown.unknown", "Whether there is Markdown is not known.", twin.note) : marked(null);
    if (twin.state === "present")
      return marked(
        1,
        finding("pass", "markdown.there", "The page can be had as Markdown.", {
          where: twin.how === "accept" ? "Accept: text/markdown" : twin.url,
        }),
      );
    return marked(
      0,
      finding("notice", "markdown.none", "The page can't be had as Markdown.", {
        why: "Agents that ask for it save most of their tokens.",
        mend: "Answer Accept: text/markdown, or put it up at the address with .md.",
      }),
    );
  },
};

export const sitemap: Rule = {
  id: "sitemap",
  title: "A sitemap lists the pages",
  what: "All points for a sitemap that can be read, three fifths where robots.txt doesn't name it.",
  points: 5,
  mark: ({ site: { sitemap: file } }) => {
    const where = file.url;
    if (file.state === "not_asked" || file.state === "no_answer")
      return notMeasured("sitemap.unknown", "The sitemap was not read.", file.note);
    if (file.state !== "present")
      return marked(
        0,
        finding("warning", "sitemap.none", "There is no sitemap that can be read.", {
          where,
          why: "Crawlers find pages by it that nothing links to.",
          mend: "Put up a sitemap.xml, and name it in robots.txt.",
        }),
      );
    if (!file.named_in_robots)
      return marked(
        0.6,
        finding("notice", "sitemap.unnamed", "robots.txt doesn't name the sitemap.", { where, mend: `Add the line Sitemap: ${where}` }),
      );
    return marked(1, finding("pass", "sitemap.there", "robots.txt names a sitemap.", { where }));
  },
};

function notMeasured(id: string, title: string, why: string | null): Marked {
  return marked(null, finding("not_measured", id, title, { why }));
}

/** What is worth knowing and costs no points. */
export function remarks({ payment, licence, content, page }: Look) {
  const found = [];
  if (payment.asked) {
    found.push(
      finding(
        payment.how === "unknown" ? "warning" : "notice",
        "payment.asked",
        payment.how === "unknown" ? "The page answers 402 and names no terms." : "The page asks its readers to pay.",
        {
          where: page?.answer.url ?? null,
          why: payment.detail,
          mend: payment.how === "unknown" ? "Say what it costs in terms that agents know, such as x402." : null,
        },
      ),
    );
  }
  if (content && content.hidden_characters > 500) {
    found.push(
      finding(
        "warning",
        "text.hidden",
        `${content.hidden_characters.toLocaleString("en")} characters in the mark-up are hidden from people.`,
        {
          why: "Careful readers leave hidden text out, and may take it for an attempt to mislead them.",
          mend: "Take out what nobody is meant to read.",
        },
      ),
    );
  }
  for (const { value, where } of licence.filter(({ kind, value }) => kind === "content-signal" && /\bai-input\s*=\s*no\b/i.test(value))) {
    found.push(
      finding("notice", "licence.input", "The site asks not to be used for answers.", {
        where,
        why: value,
        mend: "If that is not meant, say ai-input=yes.",
      }),
    );
  }
  return found;
}
