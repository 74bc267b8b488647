import { shown } from "./rule";

export type Cookie = {
  name: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: string | null;
  path: string | null;
  domain: string | null;
};

/** Name and flags of a `set-cookie`; the value is left where it is. */
export function readCookie(line: string): Cookie {
  const [pair = "", ...attributes] = line.slice(0, 8_192).split(";", 30);
  const flags = new Map(
    attributes.map((attribute) => {
      const [key = "", value = ""] = attribute.split("=", 2);
      return [key.trim().toLowerCase(), value.trim()] as const;
    }),
  );
  const equals = pair.indexOf("=");
  return {
    name: shown((equals < 0 ? "" : pair.slice(0, equals)).trim()) || "(no name)",
    secure: flags.has("secure"),
    httpOnly: flags.has("httponly"),
    sameSite: flags.has("samesite") ? shown(flags.get("samesite")?.toLowerCase() ?? "") : null,
    path: flags.get("path") ?? null,
    // A dot at the start and an empty value are what they were before there was a standard.
    domain: flags.get("domain") ? shown(flags.get("domain") ?? "") : null,
  };
}
