import type { SamplePlace, SampleToken } from "../../env";
import type { CompiledContracts } from "../compileContracts";
import { rpc } from "../rpc";
import { approvals } from "./activity/approvals";
import { openCast } from "./activity/cast";
import { USDC } from "./activity/dealings";
import { delegation } from "./activity/delegation";
import { guarded } from "./activity/guarded";
import { launches } from "./activity/launches";
import { liquidity } from "./activity/liquidity";
import { places } from "./activity/places";
import { seeded } from "./activity/seeded";
import type { Stage } from "./activity/stage";
import { DAY, playOut } from "./activity/timeline";
import { trades } from "./activity/trades";
import { victims } from "./activity/victims";
import type { Bench } from "./bench";

/** How long before now the chain begins: a month, and the minutes that its last transactions may take. */
export const HISTORY_SECONDS = 30 * DAY + 600;

const SEED = "a month on the sample chain";

/**
 * A month in which people launch tokens, trade, provide liquidity, take it away, and give leave to spend. The same seed
 * makes the same accounts, addresses, amounts and order every time; only the clock starts where `start` says.
 */
export async function placeActivity(maker: Bench, rpcUrl: string, contracts: CompiledContracts, samples: SampleToken[], start: number) {
  const sample = (name: string) => {
    const found = samples.find((token) => token.name === name);
    if (!found) throw new Error(`There is no sample token "${name}".`);
    return found.address;
  };
  const stage: Stage = {
    rpcUrl,
    start,
    maker,
    cast: await openCast(rpcUrl),
    contracts,
    chance: seeded(SEED),
    sample,
    found: new Map(),
    markets: ["Plain", "Plain", "Plain", "Fixed tax", "Fixed tax", "Owner-mintable"].map((name) => ({ token: sample(name), fee: null })),
    tokens: [],
  };
  const chapters = [guarded, launches, liquidity, trades, approvals, delegation, victims];
  await playOut(
    rpcUrl,
    start,
    chapters.flatMap((chapter) => chapter(stage)),
  );
  const last = Number(await rpc<string>(rpcUrl, "eth_blockNumber", []));
  const usdc = { name: "USDC", address: USDC, what: "the real code: its keepers can pause it, block wallets and replace it" };
  const samplePlaces: SamplePlace[] = places(stage).map((place) => ({ ...place, from_block: 1, to_block: last }));
  return { sampleTokens: [...samples, ...stage.tokens, usdc], samplePlaces };
}
