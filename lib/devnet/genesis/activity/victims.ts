import { approve, balanceOf, buy, exchange, sell } from "./dealings";
import type { Chapter } from "./stage";
import { type Act, DAY } from "./timeline";

/** Some buy the honeypot. They try to sell, and can't. */
export const victims: Chapter = (stage) => {
  const market = { token: stage.sample("Honeypot"), fee: null };
  return [2, 4, 8, 10].flatMap((n, i): Act[] => {
    const trader = stage.cast.traders[n - 1] as (typeof stage.cast.traders)[number];
    const day = 5.3 + i * 4.1;
    const regret = async () => {
      await approve(trader, market.token, exchange.router);
      await sell(trader, market, await balanceOf(market.token, trader));
      stage.found.set("goose holder", trader.deployer);
    };
    return [
      { at: day * DAY, run: () => buy(trader, market, trader.low * 2n) },
      { at: (day + 0.2) * DAY, run: regret },
    ];
  });
};
