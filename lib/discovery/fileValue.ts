/** A value that is too long to stand in code, and the file that the code reads in its place. */
export type FileValue = { key: string; file: string; isPicture: boolean };

const LONG_URL = 200;
const LONG_TEXT = 2_000;

/** The first such value of an input. Pictures are read as base64, other texts as they are. */
export function fileValueOf(input: Record<string, unknown>): FileValue | null {
  for (const [key, value] of Object.entries(input)) {
    if (typeof value !== "string") continue;
    const picture = /^data:image\/([a-z]{3,5});base64,/.exec(value.slice(0, 40))?.[1];
    if (picture && value.length > LONG_URL) return { key, file: `picture.${picture === "jpeg" ? "jpg" : picture}`, isPicture: true };
    if (value.length > LONG_TEXT) return { key, file: "text.txt", isPicture: false };
  }
  return null;
}
