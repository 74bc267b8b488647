/** As wide as any question is asked of a node that has not refused one yet. */
const WIDEST = 100_000n;
/** A limit that a node had yesterday may be gone: what was learnt is forgotten after so long. */
const FORGET_MS = 30 * 60_000;

type Learnt = { width: bigint; at: number };

const learnt = new WeakMap<object, Learnt>();

/** How many blocks this node is asked about at once. */
export function widthOf(node: object): bigint {
  const known = learnt.get(node);
  return known && Date.now() - known.at < FORGET_MS ? known.width : WIDEST;
}

/** The node refused wider ranges. */
export function learnWidth(node: object, width: bigint): void {
  learnt.set(node, { width, at: Date.now() });
}
