/** One slot as one top-level call sees it. */
export type Cell = { before: bigint; value: bigint; warm: boolean; read: boolean };

/** One account as one top-level call sees it. What isn't asked for isn't loaded. */
export class Live {
  code: Uint8Array | undefined;
  codeBefore: Uint8Array | undefined;
  balance: bigint | undefined;
  balanceBefore: bigint | undefined;
  nonce: bigint | undefined;
  nonceBefore: bigint | undefined;
  warm = false;
  /** Its code isn't known yet. */
  unknown = false;
  /** Created by this very call (EIP-6780 lets only such accounts go). */
  created = false;
  gone = false;
  readonly slots = new Map<bigint, Cell>();
  readonly fleeting = new Map<bigint, bigint>();

  constructor(readonly address: bigint) {}
}
