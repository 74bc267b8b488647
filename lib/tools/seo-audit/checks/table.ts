import { AI } from "./ai";
import { CANONICAL } from "./canonical";
import type { Check } from "./check";
import { CONTENT_STRUCTURE } from "./contentStructure";
import { CONTENT_TEXT } from "./contentText";
import { CRAWL_PATH } from "./crawlPath";
import { CRAWL_ROBOTS } from "./crawlRobots";
import { CRAWL_SITE } from "./crawlSite";
import { HEAD_DESCRIPTION } from "./headDescription";
import { HEAD_DOCUMENT } from "./headDocument";
import { HEAD_LANGUAGE } from "./headLanguage";
import { HEAD_TITLE } from "./headTitle";
import { IMAGES } from "./images";
import { INTERNATIONAL } from "./international";
import { LINKS } from "./links";
import { PERFORMANCE } from "./performance";
import { SECURITY } from "./security";
import { SOCIAL } from "./social";
import { STRUCTURED_DATA } from "./structuredData";

/** Every check, in the order in which answers list them. */
export const CHECKS: readonly Check[] = [
  ...CRAWL_PATH,
  ...CRAWL_ROBOTS,
  ...CRAWL_SITE,
  ...CANONICAL,
  ...HEAD_TITLE,
  ...HEAD_DESCRIPTION,
  ...HEAD_DOCUMENT,
  ...HEAD_LANGUAGE,
  ...CONTENT_TEXT,
  ...CONTENT_STRUCTURE,
  ...LINKS,
  ...IMAGES,
  ...STRUCTURED_DATA,
  ...SOCIAL,
  ...INTERNATIONAL,
  ...PERFORMANCE,
  ...SECURITY,
  ...AI,
];
