import { judgeRobots } from "../../web/robots/matchRobots";
import { TOLD_BOTS } from "./checks/ai";
import type { Asked, Facts } from "./facts";
import type { SeoSite } from "./schema";

/** What was learnt of the site beside its pages. */
export function siteOf({ site, pages: [start] }: Facts): SeoSite {
  const { robots } = site;
  const file = robots.state === "read" ? robots.file : null;
  return {
    origin: site.origin,
    robots_txt: {
      state: robots.state,
      why: robots.why,
      bots: TOLD_BOTS.flatMap(({ bot, for: use }) => {
        if (!file || !start) return [];
        const { allowed, rule } = judgeRobots(file, bot, new URL(start.url));
        const quoted = rule ? `${rule.allow ? "Allow" : "Disallow"}: ${rule.pattern.slice(0, 200)}` : null;
        return [{ bot, for: use, allowed, rule: quoted, line: rule?.line ?? null }];
      }),
    },
    sitemaps: site.sitemaps.map(({ url, status, count, partial, fault }) => ({ url, status, addresses: count, partial, fault })),
    llms_txt: told(site.llms, new URL("/llms.txt", site.origin).href),
    made_up_address: told(site.nowhere, site.origin),
    icon: told(site.favicon, site.origin),
    links_tried: [...site.links, ...site.linksOut].map(({ url, asked }) => told(asked, url)),
    images_tried: site.pictures.map(({ url, asked }) => told(asked, url)),
  };
}

function told(asked: Asked, url: string): { url: string; status: number | null } {
  return asked.ok ? { url: asked.hops[0]?.url ?? asked.url, status: asked.status } : { url, status: null };
}
