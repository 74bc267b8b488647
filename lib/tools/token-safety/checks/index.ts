import { account } from "./account";
import { buy } from "./buy";
import { buyTax } from "./buy-tax";
import { code } from "./code";
import { fees } from "./fees";
import { freeze } from "./freeze";
import { limits } from "./limits";
import { liquidity } from "./liquidity";
import { mint } from "./mint";
import { names } from "./names";
import { ownership } from "./ownership";
import { pause } from "./pause";
import { proxy } from "./proxy";
import { reclaim } from "./reclaim";
import { resale } from "./resale";
import type { Rule } from "./rule";
import { seize } from "./seize";
import { sellAll } from "./sell-all";
import { sellLater } from "./sell-later";
import { sellPart } from "./sell-part";
import { sellRest } from "./sell-rest";
import { sellTax } from "./sell-tax";
import { token } from "./token";
import { trading } from "./trading";
import { transfer } from "./transfer";
import { transferRules } from "./transfer-rules";
import { transferTax } from "./transfer-tax";

/** Every check, in the order in which people want to read them: what happens, who could, what it is. */
export const RULES: readonly Rule[] = [
  buy,
  sellAll,
  sellPart,
  sellRest,
  sellLater,
  transfer,
  resale,
  buyTax,
  sellTax,
  transferTax,
  liquidity,
  mint,
  pause,
  freeze,
  fees,
  limits,
  trading,
  seize,
  transferRules,
  reclaim,
  proxy,
  ownership,
  code,
  account,
  token,
  names,
];
