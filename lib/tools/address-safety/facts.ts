import type { Address, Hex } from "viem";
import type { Creation } from "@/lib/chain/creation";
import type { ProxyTarget } from "@/lib/chain/proxyTarget";
import type { Decider } from "@/lib/safety/gather/whoDecides";
import type { Marks } from "@/lib/safety/marks/marks";
import type { AddressSafetyAnswer } from "./schema";

export type Kind = AddressSafetyAnswer["kind"];

export type Look = {
  code: Hex;
  nonce: bigint;
  ether: bigint;
  kind: Kind;
  symbol: string | null;
  detail: string | null;
  owner: Address | null;
  proxy: ProxyTarget;
  decider: Decider | null;
  /** All code that runs here, as far as it could be found. */
  codes: Hex[];
};

export type Moment = { block: bigint; at: bigint | null };
export type Activity = { first: Moment | null; last: Moment | null; why: string | null };

export type Approvals = { toOthers: number | null; byOthers: Address[] | null; from: bigint | null; complete: boolean };

export type LookAlike = { compared: number; complete: boolean; like: Address | null };

export type Tried = { marks: Marks; functions: number; people: Map<Address, Decider> };

/** What was read and tried, without any judgement. */
export type Facts = {
  address: Address;
  look: Look;
  activity: Activity;
  creation: Creation | null;
  approvals: Approvals;
  lookAlike: LookAlike | null;
  /** null: there is code, but it could not be taken apart. `none`: no code to try. */
  tried: Tried | "none" | null;
  elsewhere: string[];
};
