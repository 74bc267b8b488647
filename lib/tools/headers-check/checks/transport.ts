import { found, marked, type Rule } from "../rule";

export const transport: Rule = {
  id: "transport",
  title: "Comes over https",
  what: "All points where the address that answered in the end is https, none otherwise.",
  points: 10,
  mark: ({ url, local }) => {
    if (url.protocol === "https:") return marked(1, found("pass", "transport", "The page comes over https."));
    if (local)
      return marked(null, found("not_measured", "transport", "The page comes from this very machine, so there is no wire to protect."));
    return marked(
      0,
      found("error", "transport", "The page comes over plain http.", {
        where: url.protocol,
        why: "Anybody on the way can read it and change it, and most of the other headers mean nothing then.",
        mend: "Serve it over https, and redirect every http address there.",
      }),
    );
  },
};
