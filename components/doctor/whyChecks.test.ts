import { expect, it } from "vitest";
import { CHECKS } from "@/lib/doctor/checks/table";
import { WHY } from "./whyChecks";

it("every check says why it is made", () => {
  expect(Object.keys(WHY).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
});
