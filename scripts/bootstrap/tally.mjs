/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += tally[key];
  return total;
}

/** The last line of `npm test`. @param {Tally} tally */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** What vitest's JSON report counts; a file that could not be loaded has no tests, yet it failed. */
export function tallyVitest(report) {
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** What Playwright's JSON report counts. A test that passed at its second try passed. */
export function tallyPlaywright({ stats, errors = [] }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/**
 * A run that ended badly failed at least once, whatever its report says; a run without a report says nothing at all.
 *
 * @param {number} code @param {Tally | null} tally @returns {Tally}
 */
export function honest(code, tally) {
  const counted = tally ?? { passed: 0, failed: 0, skipped: 0 };
  const fine = code === 0 && tally !== null;
  return fine || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}
