import { CATEGORIES, type Category } from "@/lib/tools/define";

/** What a seller says of a new listing, as typed. */
export type Details = {
  title: string;
  name: string;
  description: string;
  category: Category;
  upstream: string;
  charge4xx: boolean;
  secret: SecretDraft;
};

export type SecretDraft = { kind: "none" | "bearer" | "basic" | "header" | "query"; name: string; value: string };

export const NO_SECRET: SecretDraft = { kind: "none", name: "", value: "" };

export const NEW_DETAILS: Details = {
  title: "",
  name: "",
  description: "",
  category: "F",
  upstream: "",
  charge4xx: false,
  secret: NO_SECRET,
};

export const SHELVES = (Object.keys(CATEGORIES) as Category[]).map((id) => ({ value: id, label: `${id} ${CATEGORIES[id].name}` }));

/** As the market takes it. */
export function detailsBody({ title, name, description, category, upstream, charge4xx, secret }: Details) {
  return {
    title,
    ...(name.trim() ? { name } : {}),
    description,
    category,
    upstream,
    policy: { charge4xx },
    ...(secret.kind === "none" ? {} : { secret: secretBody(secret) }),
  };
}

export function secretBody({ kind, name, value }: SecretDraft) {
  return { kind, ...(kind === "header" || kind === "query" ? { name } : {}), value };
}
