/** What a payer signs (EIP-191, `personal_sign`) to dispute a payment of its own. `wordsHash`: sha256 of the words as they are sent, in hexadecimal. */
export function disputeText({ payment, reason, wordsHash }: { payment: string; reason: string; wordsHash: string }): string {
  return `I dispute ${payment}.\nReason: ${reason}\nWords: sha256 ${wordsHash}`;
}

/** The same to take it back. */
export function withdrawalText(payment: string): string {
  return `I withdraw my dispute of ${payment}.`;
}
