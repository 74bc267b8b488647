import { found, type Marked, type Rule, shown } from "../rule";

export const sharing: Rule = {
  id: "sharing",
  title: "Is shared with other sites",
  what: "Told, and no part of the grade: an open door may be meant as one.",
  points: 0,
  mark: ({ headers }) => {
    const origin = headers["access-control-allow-origin"];
    if (!origin) return none;
    const withCredentials = headers["access-control-allow-credentials"]?.trim().toLowerCase() === "true";
    const where = `access-control-allow-origin: ${shown(origin)}`;
    if (origin.trim() === "null") {
      return one(
        found("warning", "sharing", "Pages without an origin may read it.", {
          where,
          why: "Any site can make itself such a page with a sandboxed frame.",
          mend: "Name real origins.",
        }),
      );
    }
    if (origin.trim() === "*" && withCredentials) {
      return one(
        found("warning", "sharing", "Everybody, with credentials: browsers refuse that.", {
          where,
          mend: "Name the origins that may, or drop the credentials.",
        }),
      );
    }
    if (origin.trim() === "*")
      return one(
        found("notice", "sharing", "Scripts of every site may read it.", {
          where,
          mend: "Right for what is public; name origins otherwise.",
        }),
      );
    return none;
  },
};

const none: Marked = { share: null, findings: [] };
const one = (finding: Marked["findings"][number]): Marked => ({ share: null, findings: [finding] });
