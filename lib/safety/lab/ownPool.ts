import { calldata, MAX_WORD } from "./bytes";
import { fund } from "./fund";
import type { Route } from "./ground";
import type { Lab } from "./lab";
import { SEL } from "./selectors";
import type { Stage } from "./stage";

/** What the pool gets of the quote token. */
const ETHER = 10n * 10n ** 18n;

/** A pool of our own on the copy, filled by whoever holds tokens; null where nobody does, or it can't be. */
export function openOwnPool({ ground }: Lab, stage: Stage, holders: readonly bigint[]): Route | null {
  const { token, weth, factory, router } = ground;
  if (factory === null || router === null || token === weth) return null;
  for (const holder of holders) {
    const held = stage.balance(token, holder) ?? 0n;
    if (held < 1_000_000n || !fund(stage, weth, holder, ETHER)) continue;
    for (const asset of [token, weth]) stage.call(holder, asset, calldata(SEL.approve, [router, MAX_WORD]));
    const filled = stage.call(holder, router, calldata(SEL.addLiquidity, [token, weth, held / 2n, ETHER, 0n, 0n, holder, MAX_WORD]), {
      gas: 10_000_000,
    });
    const pool = filled.ok ? stage.read(factory, SEL.getPair, [token, weth]) : null;
    if (!pool) continue;
    const [tokenReserve, quoteReserve] = [stage.balance(token, pool) ?? 0n, stage.balance(weth, pool) ?? 0n];
    return { version: "v2", pool, router, fee: 0, quote: weth, quoteReserve, tokenReserve, tokenFirst: token < weth, own: true };
  }
  return null;
}
