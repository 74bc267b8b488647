/** `0x7a3f20be…cdc41e` → `0x7a3f…c41e`; text that is short enough stays whole. */
export function shorten(text: string, head = 6, tail = 4): string {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;
}
