import type { Check } from "../check";
import { amount } from "./amount";
import { asset } from "./asset";
import { cors } from "./cors";
import { expired } from "./expired";
import { garbage } from "./garbage";
import { gives402 } from "./gives402";
import { headerSize } from "./headerSize";
import { noStore } from "./noStore";
import { otherMethods } from "./otherMethods";
import { otherPayTo } from "./otherPayTo";
import { payTo } from "./payTo";
import { preflight } from "./preflight";
import { prices } from "./prices";
import { reachable } from "./reachable";
import { resource } from "./resource";
import { schema } from "./schema";
import { time } from "./time";
import { tls } from "./tls";
import { tokenDomain } from "./tokenDomain";
import { tooSmall } from "./tooSmall";
import { unpaid } from "./unpaid";
import { v1 } from "./v1";
import { v2 } from "./v2";
import { versionsAgree } from "./versionsAgree";

/** All checks, in the order that one mends them in: what others wait for comes first. */
export const CHECKS: readonly Check[] = [
  ...[reachable, tls, time, gives402, otherMethods],
  ...[v2, v1, versionsAgree, amount, asset, tokenDomain, payTo, resource, schema, prices],
  ...[unpaid, tooSmall, expired, otherPayTo, garbage],
  ...[cors, preflight, noStore, headerSize],
];
