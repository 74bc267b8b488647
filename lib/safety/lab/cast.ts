/** Whoever acts in a trial. All are addresses that nothing on the chain can know, made anew for each answer. */
export type Cast = {
  /** Buys as anybody would. */
  buyer: bigint;
  /** Gets some from the buyer. */
  friend: bigint;
  /** Comes later, with nothing. */
  stranger: bigint;
  /** Never did anything: for reading, and for what should stay empty. */
  reader: bigint;
  /** Buys one percent of the pool, and ten. */
  whale: bigint;
  /** A contract of ours that agrees to everything. */
  plant: bigint;
  /** One that refuses everything. */
  refuser: bigint;
};

export function newCast(random: () => bigint): Cast {
  return {
    buyer: random(),
    friend: random(),
    stranger: random(),
    reader: random(),
    whale: random(),
    plant: random(),
    refuser: random(),
  };
}
