import { found, marked, type Rule, shown } from "../rule";

const WHERE = "permissions-policy";
const MEND = "Send Permissions-Policy: camera=(), microphone=(), geolocation=() and whatever else the page does not use.";

export const permissions: Rule = {
  id: "permissions",
  title: "Gives away no device",
  what: "All points for a Permissions-Policy that forbids something, half for one that forbids nothing or for the old Feature-Policy, none without.",
  points: 4,
  mark: ({ headers }) => {
    const value = headers[WHERE];
    const old = headers["feature-policy"];
    if (!value && old)
      return marked(
        0.5,
        found("notice", "permissions", "Feature-Policy is the old name; most browsers read Permissions-Policy.", {
          where: `feature-policy: ${shown(old)}`,
          mend: MEND,
        }),
      );
    if (!value)
      return marked(
        0,
        found("notice", "permissions", "There is no Permissions-Policy.", {
          where: WHERE,
          why: "Scripts and frames in the page may ask for camera, microphone and place.",
          mend: MEND,
        }),
      );
    const where = `${WHERE}: ${shown(value)}`;
    if (/=\s*(\(\s*\)|\(\s*self\s*\)|self\b)/i.test(value))
      return marked(1, found("pass", "permissions", "Some of the browser's powers are kept from the page or its frames.", { where }));
    return marked(0.5, found("notice", "permissions", "The policy forbids nothing.", { where, mend: MEND }));
  },
};
