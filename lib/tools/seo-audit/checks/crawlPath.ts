import { type Check, when } from "./check";

const TEMPORARY = new Set([302, 303, 307]);

/** How one gets to the page: redirects, and the shape of its address. */
export const CRAWL_PATH: readonly Check[] = [
  {
    id: "redirect-none",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The address redirects",
    why: "Every visitor and every crawler makes a detour first.",
    mend: "Link to the final address, and list that one in the sitemap.",
    look: ({ answer: { hops }, url }) =>
      when(hops.length > 1, () => ({ text: `${hops[0]?.status} to ${url}`, url: hops[0]?.url ?? "", header: "location" })),
  },
  {
    id: "redirect-chain",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "Redirects form a chain",
    why: "Each step costs time, and crawlers give up on long chains.",
    mend: "Let the first address redirect to the last one directly.",
    look: ({ answer: { hops } }) =>
      hops.length < 2
        ? "not_applicable"
        : when(hops.length > 2, () => ({ text: hops.map(({ url, status }) => `${status} ${url}`).join(" → "), header: "location" })),
  },
  {
    id: "redirect-permanent",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "A redirect is only temporary",
    why: "Search engines keep the old address in their index as long as the move is not called permanent.",
    mend: "Answer 301 or 308 where the move is meant to last.",
    look: ({ answer: { hops } }) =>
      hops.length < 2
        ? "not_applicable"
        : hops
            .slice(0, -1)
            .filter(({ status }) => TEMPORARY.has(status))
            .map(({ status, url }) => ({ text: `${status} at ${url}`, url, header: "location" })),
  },
  {
    id: "meta-refresh",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The page sends its reader on by a refresh",
    why: "Search engines treat it as a slow redirect, and people lose their place.",
    mend: "Redirect with a status of 301, or remove the refresh.",
    look: ({ metas, answer: { headers } }) => [
      ...metas.filter(({ name }) => name === "http-equiv:refresh").map((spot) => ({ text: spot.content || "An empty refresh", spot })),
      ...when(headers.refresh !== undefined, () => ({ text: `refresh: ${headers.refresh}`, header: "refresh" })),
    ],
  },
  {
    id: "url-length",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The address is long",
    why: "Long addresses are cut in results, and mistyped or broken when they are passed on.",
    mend: "Keep the address under 115 characters.",
    look: ({ url }) => when(url.length > 115, () => ({ text: `${url.length} characters`, url })),
  },
  {
    id: "url-readable",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The address is hard to read",
    why: "Capitals, underscores, spaces and double slashes lead to twins of the same page and to typing errors.",
    mend: "Use lower case, and hyphens between words.",
    look: ({ url }) => {
      const { pathname } = new URL(url);
      const faults = [
        /[A-Z]/.test(pathname.replaceAll(/%[0-9A-F]{2}/g, "")) && "capital letters",
        pathname.includes("_") && "underscores",
        pathname.includes("%20") && "spaces",
        pathname.includes("//") && "double slashes",
      ].filter(Boolean);
      return when(faults.length > 0, () => ({ text: `It has ${faults.join(", ")}.`, url }));
    },
  },
  {
    id: "url-session",
    of: "page",
    category: "crawl",
    level: "warning",
    title: "The address carries a session",
    why: "Every visit makes a new address for the same page.",
    mend: "Keep sessions in cookies.",
    look: ({ url }) => {
      const found = /[?&;/](?:jsessionid|phpsessid|aspsessionid\w*|session_?id|sid|cfid|cftoken)=/i.exec(url);
      return when(found !== null, () => ({ text: found?.[0].slice(1) ?? "", url }));
    },
  },
  {
    id: "url-parameters",
    of: "page",
    category: "crawl",
    level: "notice",
    title: "The address has many parameters",
    why: "Crawlers meet endless combinations of them, each a page of its own.",
    mend: "Put what names the page into the path, and drop the rest.",
    look: ({ url }) => {
      const count = [...new URL(url).searchParams].length;
      return when(count > 3, () => ({ text: `${count} parameters`, url }));
    },
  },
];
