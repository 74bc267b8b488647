import { cleanText } from "../../cleanText";
import type { LinkTag } from "../../web/head/linkTags";
import type { MetaTag } from "../../web/head/metaTags";
import type { Robots } from "../../web/robots/readRobots";
import { type Probed, textOf } from "./probe";
import type { AiReadinessAnswer } from "./schema";

type Signal = AiReadinessAnswer["licence"][number];

const MOST = 20;

export type Page = { tags: readonly MetaTag[]; links: readonly LinkTag[]; headers: Readonly<Record<string, string>> };

/** What a site says about what may be done with its words, wherever it may say it. `page`: null where it was not read. */
export function licenceSignals(robots: Robots, page: Page | null, tdmrep: Probed | undefined): Signal[] {
  const found = [...inRobots(robots), ...(page ? [...inHeaders(page.headers), ...inHead(page)] : []), ...reservation(tdmrep)];
  return found.slice(0, MOST);
}

const IN_ROBOTS: Record<string, Signal["kind"]> = { "content-signal": "content-signal", "content-usage": "content-usage", license: "rsl" };

function inRobots({ file }: Robots): Signal[] {
  return file.lines.flatMap((line, index) => {
    const [, name = "", value = ""] = /^\s*([\w-]{1,30})\s*:\s*(.{1,300})/.exec(line.slice(0, 400)) ?? [];
    const kind = Object.hasOwn(IN_ROBOTS, name.toLowerCase()) ? IN_ROBOTS[name.toLowerCase()] : undefined;
    return kind ? [{ kind, value: cleanText(value.split("#", 1)[0] ?? "", 200), where: `robots.txt, line ${index + 1}` }] : [];
  });
}

function inHeaders(headers: Readonly<Record<string, string>>): Signal[] {
  const named = [
    ["content-usage", "content-usage"],
    ["content-signal", "content-signal"],
    ["tdm-reservation", "tdm-reservation"],
    ["tdm-policy", "tdm-policy"],
  ] as const;
  const found: Signal[] = named.flatMap(([name, kind]) => {
    const value = headers[name];
    return value ? [{ kind, value: cleanText(value, 200), where: `header ${name}` }] : [];
  });
  const link = headers.link
    ?.slice(0, 4_000)
    .split(/,\s*(?=<)/)
    .find((one) => /rel="?license"?/i.test(one));
  const target = link && /<([^>]{1,1000})>/.exec(link)?.[1];
  return target ? [...found, { kind: /rsl/i.test(link) ? "rsl" : "license", value: cleanText(target, 200), where: "header link" }] : found;
}

function inHead({ tags, links }: Page): Signal[] {
  const fromTags = tags
    .filter(({ key }) => key === "tdm-reservation" || key === "tdm-policy")
    .map(({ key, content }) => ({ kind: key as Signal["kind"], value: cleanText(content, 200), where: `meta ${key}` }));
  const fromLinks = links
    .filter(({ rel }) => rel.includes("license"))
    .map(({ type, url, href }) => ({
      kind: type?.includes("rsl") ? ("rsl" as const) : ("license" as const),
      value: cleanText(url ?? href, 200),
      where: "link license",
    }));
  return [...fromTags, ...fromLinks];
}

/** The file of the W3C's protocol for reserving text and data mining. */
function reservation(probed: Probed | undefined): Signal[] {
  const text = textOf(probed);
  if (text === null) return [];
  try {
    const rules: unknown = JSON.parse(text);
    if (!Array.isArray(rules)) return [];
    return rules.slice(0, 5).flatMap((rule: unknown): Signal[] => {
      const { location, "tdm-reservation": reserved } = (rule ?? {}) as Record<string, unknown>;
      if (reserved !== 0 && reserved !== 1) return [];
      return [
        { kind: "tdm-reservation", value: `${reserved} for ${cleanText(String(location ?? "/"), 100)}`, where: "/.well-known/tdmrep.json" },
      ];
    });
  } catch {
    return [];
  }
}
