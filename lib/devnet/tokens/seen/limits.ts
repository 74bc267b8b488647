import { avoid, caution, ok } from "../row";
import type { Row } from "../types";

const args = ["$router"];
const RENOUNCE = { call: "renounceOwnership()" };

/** How much may move, and how soon. */
export const limits: Row[] = [
  avoid("sell_size", "Thimble", ["sell", "sell_sizes", "sell_part", "limits"], { args, trades: "buys" }),
  ok("sell_size", "WideLimit", { args, twinOf: "sell_size/Thimble" }),
  avoid("first_blocks", "ShortSeason", ["sell_later", "sell"], { args, code: "stripped" }),
  ok("first_blocks", "SniperToll", { args, twinOf: "first_blocks/ShortSeason" }),
  avoid("max_tx", "ShrinkingLimit", ["sell", "limits", "transfer"], {
    as: "ShrinkingLimit-lowered",
    args,
    trades: "buys",
    steps: [{ at: "traded", call: "setMaxTxAmount(uint256)", args: [1n] }],
  }),
  caution("max_tx", "ShrinkingLimit", ["limits", "pause"], { args, accepts: ["avoid"], twinOf: "max_tx/ShrinkingLimit-lowered" }),
  ok("max_tx", "FlooredLimit", { args, accepts: ["caution"], twinOf: "max_tx/ShrinkingLimit-lowered" }),
  avoid("whale", "WhaleTrap", ["sell", "limits", "transfer", "holders_sell"], {
    args,
    code: "ir",
    trades: "buys",
    steps: [{ at: "traded", call: "updateMaxWallet(uint256)", args: [1_000_000n] }],
  }),
  ok("whale", "MaxWallet", { args, twinOf: "whale/WhaleTrap" }),
  ok("whale", "WhaleTrap", { as: "WhaleTrap-renounced", args, twinOf: "whale/WhaleTrap", steps: [{ at: "traded", ...RENOUNCE }] }),
  avoid("leave_one", "Tithe", ["sell", "sell_rest", "sell_sizes"], { trades: "buys" }),
  ok("leave_one", "LastAtom", { accepts: ["caution"], twinOf: "leave_one/Tithe" }),
  avoid("cooldown", "LongWait", ["sell", "sell_later"], { args, trades: "buys", code: "stripped" }),
  caution("cooldown", "ShortWait", ["sell", "sell_later", "limits"], {
    args,
    accepts: ["ok"],
    trades: "buys",
    twinOf: "cooldown/LongWait",
  }),
  caution("cooldown", "AnyWait", ["limits", "pause"], { args, accepts: ["avoid"], twinOf: "cooldown/LongWait" }),
];
