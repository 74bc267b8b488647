import { type Address, isAddressEqual } from "viem";
import { hasOpcode } from "@/lib/chain/opcodes";
import type { Risk } from "../schema";
import type { RiskRule } from "./riskRule";

const CALL = 0xf1;
const DELEGATECALL = 0xf4;

/** Ether that goes in and comes out at somebody else, or stays, while nothing tells who brought it. */
export const etherPassedOn: RiskRule = ({ attempt, tx, gains }) => {
  if (tx.value === 0n || !tx.to || attempt.standing(tx.to).is !== "contract") return [];
  const takers = attempt.ether.filter(({ address, before, after }) => after > before && address !== tx.to && address !== tx.from);
  const [taker] = takers.filter(({ address }) => attempt.standing(address).is !== "contract");
  const noted = gains > 0 || attempt.result.logs.length > 0 || attempt.result.seen.writes.size > 0;
  if (taker && !noted) {
    const text = `The ether does not stay where it is sent: the contract hands it to ${taker.address}, a plain account, and notes nothing about the sender.`;
    return [{ id: "ether_passed_on", severity: "high", text }];
  }
  const kept = attempt.ether.some(({ address, before, after }) => address === tx.to && after > before);
  if (kept && !noted && tx.data !== "0x") {
    const text = "The contract keeps the ether and notes nothing about who sent it: the sender has no claim on it.";
    return [{ id: "ether_for_nothing", severity: "high", text }];
  }
  return taker ? [{ id: "ether_goes_on", severity: "info", text: `Ether goes on from there to ${taker.address}, a plain account.` }] : [];
};

export const tokensToNowhere: RiskRule = ({ attempt, tx }) =>
  attempt.told.moves
    .filter(({ from, amount }) => from === tx.from && amount > 0n)
    .flatMap(({ token, to }): Risk[] => {
      if (isAddressEqual(token, to))
        return [
          {
            id: "tokens_to_own_contract",
            severity: "high",
            text: `The tokens are sent to their own contract ${token}: they are lost there, unless it has a way to give them back.`,
          },
        ];
      const { is, code } = attempt.standing(to);
      const stuck = is === "contract" && !hasOpcode(code, CALL) && !hasOpcode(code, DELEGATECALL);
      return stuck
        ? [
            {
              id: "tokens_to_stuck_contract",
              severity: "high",
              text: `The contract ${to} can't call anybody, so it can never move the tokens again.`,
            },
          ]
        : [];
    });

export const unusedRecipient: RiskRule = ({ attempt, tx }) => {
  const taker: Address | null = tx.value > 0n && tx.data === "0x" ? tx.to : null;
  const never = taker !== null && attempt.standing(taker).is === "nothing";
  return never
    ? [{ id: "never_used", severity: "low", text: `Nobody ever sent anything from ${taker}: look twice that it is the right address.` }]
    : [];
};

export const nothingToCall: RiskRule = ({ attempt, tx }) => {
  if (!tx.to || tx.data === "0x" || attempt.standing(tx.to).code !== "0x") return [];
  return [
    {
      id: "no_contract",
      severity: "medium",
      text: `There is no contract at ${tx.to} on this chain: the data does nothing${tx.value > 0n ? ", and the ether goes to whoever has the key" : ""}.`,
    },
  ];
};

export const lyingToken: RiskRule = ({ holdings }) =>
  holdings
    .filter(({ agrees }) => agrees === false)
    .slice(0, 1)
    .map(({ token }) => ({
      id: "events_lie",
      severity: "medium" as const,
      text: `The events of ${token} don't tell what really changes: a fee is taken, or they are made up.`,
    }));
