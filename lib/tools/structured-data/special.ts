import { type DataItem, type DataValue, isItem } from "../../web/structured/types";
import { type Issue, issue } from "./issues";

/** What one type asks for that a list of properties can't say. `now`: for dates that have passed. */
export function specialIssues(head: string, item: DataItem, now: Date): Issue[] {
  return [...(RULES[head]?.(item, now) ?? []), ...passed(item, now)];
}

const RULES: Record<string, (item: DataItem, now: Date) => Issue[]> = {
  BreadcrumbList: breadcrumb,
  Dataset: dataset,
  JobPosting: job,
  WebSite: searchBox,
  Organization: ownRating,
  LocalBusiness: ownRating,
};

function breadcrumb(item: DataItem): Issue[] {
  const elements = items(item, "itemListElement");
  const found: Issue[] = [];
  if (elements.length === 1) {
    found.push(
      issue("error", "breadcrumb.short", "The trail has one step only.", {
        path: "itemListElement",
        why: "A trail is shown from two steps on.",
        mend: "List every page from the start to this one.",
      }),
    );
  }
  elements.slice(0, -1).forEach((element, index) => {
    if (element.properties.has("item")) return;
    found.push(
      issue("error", "breadcrumb.item", "A step before the last has no address.", {
        path: `itemListElement[${index}].item`,
        why: "Only the last step may go without.",
        mend: "Add item with the page's address.",
      }),
    );
  });
  const positions = elements.map((element) => Number(element.properties.get("position")?.[0]));
  if (positions.every(Number.isFinite) && positions.some((position, index) => position !== index + 1)) {
    found.push(
      issue("warning", "breadcrumb.order", "The positions don't count 1, 2, 3.", {
        path: "itemListElement",
        mend: "Number the steps in their order, from 1.",
      }),
    );
  }
  return found;
}

function dataset(item: DataItem): Issue[] {
  const text = plain(item, "description");
  if (text === null || (text.length >= 50 && text.length <= 5_000)) return [];
  return [
    issue("error", "dataset.description", `The description has ${text.length} characters.`, {
      path: "description",
      why: "Between 50 and 5000 are taken.",
      mend: "Describe what is in the data, in some sentences.",
    }),
  ];
}

function job(item: DataItem): Issue[] {
  const remote = plain(item, "jobLocationType") === "TELECOMMUTE";
  if (!remote || item.properties.has("jobLocation") || item.properties.has("applicantLocationRequirements")) return [];
  return [
    issue("error", "job.where", "A job from home doesn't say where one may live.", {
      path: "applicantLocationRequirements",
      why: "It is needed where there is no jobLocation.",
      mend: "Name a country.",
    }),
  ];
}

function searchBox(item: DataItem): Issue[] {
  const actions = items(item, "potentialAction").filter(({ types }) => types.includes("SearchAction"));
  if (actions.length === 0) return [];
  return [
    issue("notice", "website.search", "It offers a search box.", {
      path: "potentialAction",
      why: "Google stopped showing it in 2024. Other readers still may use it.",
      mend: null,
    }),
  ];
}

function ownRating({ properties }: DataItem): Issue[] {
  const path = ["aggregateRating", "review"].find((name) => properties.has(name));
  if (!path) return [];
  return [
    issue("notice", "rating.own", "It rates itself.", {
      path,
      why: "Stars of a business on its own page are not shown.",
      mend: "Keep it for readers, or take it out.",
    }),
  ];
}

/** Days after which a thing is over, wherever they stand in the item. */
function passed(item: DataItem, now: Date): Issue[] {
  const found: Issue[] = [];
  const tell = (one: DataItem, name: string, path: string, title: string, why: string) => {
    const day = plain(one, name);
    const ms = day === null ? Number.NaN : Date.parse(day.length === 10 ? `${day}T23:59:59Z` : day);
    if (ms < now.getTime())
      found.push(issue("warning", "value.passed", title, { path, why, mend: "Move the date, or take it out with what it is about." }));
  };
  tell(item, "validThrough", "validThrough", "validThrough has passed.", "What is over is not listed.");
  for (const [index, offer] of items(item, "offers").slice(0, 50).entries()) {
    tell(
      offer,
      "priceValidUntil",
      `offers${index ? `[${index}]` : ""}.priceValidUntil`,
      "priceValidUntil has passed.",
      "The offer may not be shown any more.",
    );
  }
  return found;
}

function items(item: DataItem, name: string): DataItem[] {
  return (item.properties.get(name) ?? []).filter(isItem).slice(0, 500);
}

function plain(item: DataItem, name: string): string | null {
  const value: DataValue | undefined = item.properties.get(name)?.[0];
  return value === undefined || isItem(value) ? null : String(value);
}
