import type { SeoSite } from "@/lib/tools/seo-audit/schema";
import { Rows } from "../../../ui/Rows";

/** What was learnt of the site beside its pages. */
export function SiteFacts({ site }: { site: SeoSite }) {
  return <Rows className="border-t border-line px-4 py-3 md:px-5" termWidth="w-28 md:w-36" rows={rowsOf(site)} />;
}

function rowsOf({ robots_txt, sitemaps, llms_txt, made_up_address, icon, links_tried, images_tried }: SeoSite) {
  const shut = robots_txt.bots.filter(({ allowed }) => !allowed);
  const open = robots_txt.bots.filter(({ allowed }) => allowed);
  const names = (list: typeof shut) => list.map(({ bot }) => bot).join(", ");
  const tried = (list: SeoSite["links_tried"]) => {
    const good = list.filter(({ status }) => status !== null && status < 400).length;
    return list.length === 0 ? "none" : `${good} of ${list.length} answer`;
  };
  return [
    { term: "robots.txt", value: robots_txt.why },
    ...(shut.length > 0
      ? [{ term: "Kept away", value: shut.map(({ bot, rule, line }) => `${bot} (line ${line}: ${rule})`).join(", ") }]
      : []),
    ...(open.length > 0 ? [{ term: "Let in", value: names(open) }] : []),
    ...sitemaps.map(({ url, addresses, fault, partial }) => ({
      term: "Sitemap",
      value: `${url}: ${fault ?? `${addresses.toLocaleString("en")} addresses${partial ? ", read in part" : ""}`}`,
    })),
    { term: "llms.txt", value: answered(llms_txt) },
    { term: "Made-up address", value: answered(made_up_address) },
    { term: "Icon", value: `${icon.url}: ${answered(icon)}` },
    { term: "Links tried", value: tried(links_tried) },
    { term: "Images tried", value: tried(images_tried) },
  ];
}

function answered({ status }: { status: number | null }): string {
  return status === null ? "not asked, or no answer" : `answers ${status}`;
}
