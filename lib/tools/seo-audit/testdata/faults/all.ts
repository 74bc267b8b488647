import { AI } from "./ai";
import { CANONICAL } from "./canonical";
import { CONTENT } from "./content";
import { CRAWL_PATH } from "./crawlPath";
import { CRAWL_ROBOTS } from "./crawlRobots";
import { CRAWL_SITE } from "./crawlSite";
import type { Fault } from "./fault";
import { HEAD } from "./head";
import { IMAGES } from "./images";
import { INTERNATIONAL } from "./international";
import { LINKS } from "./links";
import { PERFORMANCE } from "./performance";
import { SECURITY } from "./security";
import { SOCIAL } from "./social";
import { STRUCTURED_DATA } from "./structuredData";

export const FAULTS: readonly Fault[] = [
  ...CRAWL_PATH,
  ...CRAWL_ROBOTS,
  ...CRAWL_SITE,
  ...CANONICAL,
  ...HEAD,
  ...CONTENT,
  ...LINKS,
  ...IMAGES,
  ...STRUCTURED_DATA,
  ...SOCIAL,
  ...INTERNATIONAL,
  ...PERFORMANCE,
  ...SECURITY,
  ...AI,
];
