import { cleanText } from "@/lib/cleanText";

const TAG =
  /<\/?(?:script|style|iframe|img|svg|object|embed|link|meta|base|form|input|button|video|audio|html|head|body|a|p|br|hr|b|i|u|em|strong|small|sup|sub|ul|ol|li|dl|dt|dd|code|pre|blockquote|h[1-6]|div|span|table|thead|tbody|tr|td|th|details|summary)\b[^<>]{0,500}>/gi;

/** What an author wrote, as one bounded line of plain text; anything that isn't text is nothing. */
export function plainText(raw: unknown, max: number): string {
  if (typeof raw !== "string") return "";
  const bounded = raw.length > max * 6 ? raw.slice(0, max * 6).replace(/<[^<>]{0,500}$/, "") : raw;
  return cleanText(bounded.replace(TAG, " "), max);
}
