import type { LanguageIdAnswer, LanguageIdInput } from "./schema";

/** Mostly some 5 ms, for noise 25, so it is done here: a thread would cost more than the work. Its tables come with the first call. */
export async function run({ text }: LanguageIdInput): Promise<LanguageIdAnswer> {
  const { identify } = await import("./identify");
  return identify(text);
}
