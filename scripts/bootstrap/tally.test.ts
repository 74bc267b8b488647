import { expect, it } from "vitest";
import { closingLine, honest, sum, tallyPlaywright, tallyVitest } from "./tally.mjs";

it("sums up in one line, which names skipped ones only when there are any", () => {
  const tallies = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 20, failed: 2, skipped: 0 },
  ];
  expect(closingLine(sum(tallies))).toBe("21 passed, 2 failed");
  expect(closingLine(sum([...tallies, { passed: 0, failed: 0, skipped: 3 }]))).toBe("21 passed, 2 failed, 3 skipped");
});

it("counts a test file that could not be loaded as a failure", () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [file("failed", 5), file("failed", 0)],
  };
  expect(tallyVitest(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

it("counts a browser test that passed at its second try as passed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(tallyPlaywright({ stats })).toEqual({ passed: 6, failed: 1, skipped: 2 });
});

it("lets no bad end pass for a good one", () => {
  const good = { passed: 3, failed: 0, skipped: 0 };
  expect(honest(0, good)).toEqual(good);
  expect(honest(1, good)).toEqual({ ...good, failed: 1 });
  expect(honest(0, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(honest(1, { ...good, failed: 2 })).toEqual({ ...good, failed: 2 });
});
