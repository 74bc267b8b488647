import { fails, passes, type Rule } from "./rule";

export const names: Rule = {
  id: "metadata",
  title: "Its name and symbol are plain text",
  failing: "its name or symbol is not plain text",
  severity: "low",
  judge: ({ metadata: { name, symbol } }) => {
    const odd = [name.plain ? null : "name", symbol.plain ? null : "symbol"].filter((field) => field !== null);
    if (odd.length === 0) return passes("Both could be shown as they are.");
    return fails(`Missing, unreadable, overlong or with invisible characters: ${odd.join(" and ")}. What is shown was cleaned.`);
  },
};
