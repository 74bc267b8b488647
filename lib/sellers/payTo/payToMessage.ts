/** Everything that the text of a change names. Addresses in lower case. */
export type PayToChange = {
  origin: string;
  network: string;
  handle: string;
  wallet: string;
  was: string;
  becomes: string;
  nonce: string;
};

/** The text that a seller's wallet signs so that sales are paid to another address from then on. */
export function payToMessage({ origin, network, handle, wallet, was, becomes, nonce }: PayToChange): string {
  return [
    `${new URL(origin).host}: pay my sales to another address`,
    "",
    "Every sale from now on is paid to the new address. Signing costs nothing and moves no money.",
    "",
    `Seller: ${handle}`,
    `Wallet: ${wallet}`,
    `Old address: ${was}`,
    `New address: ${becomes}`,
    `Network: ${network}`,
    `Nonce: ${nonce}`,
  ].join("\n");
}
