import type { InnerCall } from "@/lib/evm/types";
import { type Base, sellAll } from "./base";
import { calldata } from "./bytes";
import type { Lab } from "./lab";
import { AFTERWARDS, moment } from "./lab";
import { SEL } from "./selectors";

/** Where a transfer and a sale lead: whose code runs for the token, and whom it asks. */
export type Paths = {
  /** Addresses whose code runs in the token's own name. */
  codes: bigint[];
  /** Contracts that are asked on the way, besides the exchange. */
  asked: bigint[];
  /** The token hands calls on whole: a proxy. */
  forwards: boolean;
  /** Whose code a transfer runs first in the token's own name. */
  handsTo: bigint | null;
  /** What the code looks at beside storage, as bits (ENV). */
  env: number;
};

const MOST_ASKED = 4;

export async function readPaths(lab: Lab, base: Base): Promise<Paths> {
  let paths: Paths = { codes: [], asked: [], forwards: false, handsTo: null, env: 0 };
  await lab.sweep([
    () => {
      const [found, whole] = look(lab, base);
      paths = found;
      return whole;
    },
  ]);
  return paths;
}

function look(lab: Lab, base: Base): [Paths, boolean] {
  const { ground, cast } = lab;
  const { token } = ground;
  const stage = base.stage.fork(moment(ground.block, AFTERWARDS));
  const calls: InnerCall[] = [];
  const reading = stage.call(cast.reader, token, calldata(SEL.balanceOf, [cast.buyer]), { readOnly: true });
  const sending = stage.call(cast.buyer, token, calldata(SEL.transfer, [cast.reader, 1n]));
  calls.push(...reading.seen.calls, ...sending.seen.calls);
  const first = sending.seen.calls.find(({ kind, at }) => kind === "delegatecall" && at === token);
  const forwards = first?.selector === SEL.transfer;
  const before = stage.env;
  if (base.route) {
    const selling = stage.fork();
    sellAll(selling, token, base.route, cast.buyer);
    calls.push(...selling.calls);
    stage.missed ||= selling.missed;
  }
  const ours = new Set([
    token,
    ground.weth,
    ground.usdc,
    ground.router,
    ground.factory,
    base.route?.pool,
    base.route?.router,
    base.route?.quote,
    ...Object.values(cast),
  ]);
  const codes = new Set<bigint>();
  const asked = new Set<bigint>();
  for (const { kind, at, to, selector } of calls) {
    if (kind === "delegatecall" || kind === "callcode") {
      if (at === token) codes.add(to);
    } else if (kind !== "selfdestruct" && selector !== -1 && (at === token || asked.has(at)) && !ours.has(to) && to > 0xffffn)
      asked.add(to);
  }
  return [{ codes: [...codes], asked: [...asked].slice(0, MOST_ASKED), forwards, handsTo: first?.to ?? null, env: before }, !stage.missed];
}
