import lighthouse from "lighthouse";
import { pageFunctions } from "lighthouse/core/lib/page-functions.js";

// A second of reckoning before each page tells how fast the machine is: nothing that is compared here depends on it.
pageFunctions.computeBenchmarkIndex = function computeBenchmarkIndex() {
  return 1_000;
};

/** No throttling, and no waiting for a page to become quieter than it is: what is compared is read from the page, not timed. */
const SETTINGS = {
  onlyCategories: ["seo"],
  logLevel: "silent",
  formFactor: "desktop",
  screenEmulation: { disabled: true },
  disableFullPageScreenshot: true,
  disableStorageReset: true,
  skipAboutBlank: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};

/** Lighthouse's SEO category over one page, in a browser that listens at this port. */
export async function lighthouseSeo(url, port) {
  const { lhr } = await lighthouse(url, { ...SETTINGS, port });
  if (lhr.runtimeError) return { error: lhr.runtimeError.code, audits: [] };
  const audits = lhr.categories.seo.auditRefs.map(({ id }) => {
    const { score, scoreDisplayMode, details, errorMessage = null } = lhr.audits[id];
    return { id, score, mode: scoreDisplayMode, items: details?.items?.length ?? 0, errorMessage };
  });
  return { error: null, audits };
}
