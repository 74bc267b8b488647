import type { SiteSpec } from "../faultSite";
import type { Change } from "../pageSpec";

/**
 * One fault and its twin. Each is a site of its own, good in everything else. Both ask `path`; `page` changes that page.
 */
export type Fault = {
  /** The check that must find it. */
  id: string;
  path?: string;
  pages?: number;
  page?: Change;
  site?: SiteSpec;
  /** What the twin has beside a good page, where the check would have nothing to look at otherwise. */
  twin?: { path?: string; page?: Change; site?: SiteSpec };
  /** Other checks that can't but find something too, and why nothing else may. */
  also?: readonly string[];
  /** What the twin has by its nature. */
  twinAlso?: readonly string[];
  /** Names other than the check's own, where the name matters. */
  hosts?: { faulty: string; good: string };
};
