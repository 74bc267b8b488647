import type { RiskRule } from "./riskRule";

export const comesOutOtherwise: RiskRule = ({ attempt: { now, later } }) => {
  if (!now.ok || (later.ok && later.changes === now.changes)) return [];
  if (!later.ok)
    return [
      {
        id: "must_be_soon",
        severity: "low",
        text: "Ten minutes later it would revert: it has to be taken up soon, such as a swap with a deadline.",
      },
    ];
  return [
    { id: "depends_on_block", severity: "medium", text: "In another block, ten minutes later, it comes out differently for the sender." },
  ];
};

export const codeCanChange: RiskRule = ({ swappable, tx }) => {
  if (!swappable) return [];
  const { kind, address } = swappable;
  if (kind === "key")
    return [
      {
        id: "code_swappable",
        severity: "low",
        text: `One key (${address}) can swap the code of ${tx.to} for any other, also just before this is taken up.`,
      },
    ];
  return kind === "shared" ? [{ id: "code_swappable", severity: "info", text: `${address} can swap the code of ${tx.to}.` }] : [];
};

/** Calls that run somebody's code as the called contract, other than a proxy's own. */
export const borrowedCode: RiskRule = ({ attempt: { result }, tx, implementation }) => {
  const outside = result.seen.calls.filter(({ kind, at }) => kind === "delegatecall" && tx.to && BigInt(at) === BigInt(tx.to));
  const strange = outside.filter(({ to }) => !implementation || BigInt(implementation) !== to);
  const addresses = [...new Set(strange.map(({ to }) => `0x${to.toString(16).padStart(40, "0")}`))];
  if (addresses.length === 0) return [];
  return [{ id: "delegate_call", severity: "info", text: `The contract runs code of ${addresses.slice(0, 3).join(", ")} as its own.` }];
};

export const handOvers: RiskRule = ({ tx }) =>
  tx.handOvers.map(({ account, to }) =>
    BigInt(to) === 0n
      ? { id: "hand_over_ended", severity: "info" as const, text: `The account ${account ?? "that signed"} ends its hand-over.` }
      : {
          id: "hand_over",
          severity: "high" as const,
          text: `From then on the code at ${to} acts as the account ${account ?? "that signs it"}: it can move all that the account has.`,
        },
  );

export const fee: RiskRule = ({ attempt, tx }) =>
  attempt.senderEther <= tx.value
    ? [{ id: "no_ether_for_gas", severity: "low", text: "Beside the value there is no ether left at the sender to pay for gas." }]
    : [];

export const nonce: RiskRule = ({ tx, senderNonce }) => {
  if (tx.nonce === null || tx.nonce === senderNonce) return [];
  const text =
    tx.nonce < senderNonce
      ? "Its number was used already: it can't be taken up any more."
      : `${tx.nonce - senderNonce} transactions of the sender come before it; they may change everything.`;
  return [{ id: "nonce", severity: "medium", text }];
};
