/** What robots.txt calls the market's robot. */
export const BOT_NAME = "CoinslotBot";

/** How it introduces itself: with an address where one can read about it, if the market has one. */
export function botUserAgent(publicUrl: string | null): string {
  return publicUrl ? `${BOT_NAME}/1.0 (+${publicUrl}/docs/bot)` : `${BOT_NAME}/1.0 (a market without a public address)`;
}
