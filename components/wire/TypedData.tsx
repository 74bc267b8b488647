import { formatUsd } from "@/lib/money";
import { shorten } from "../ui/shorten";
import { clockUtc } from "../ui/times";
import type { Authorization } from "./transferTypedData";

/** TransferWithAuthorization as it is signed, with what each value means. */
export function TypedData({ authorization, amount, seller }: { authorization: Authorization; amount: string; seller: string }) {
  const rows = [
    ["from", shorten(authorization.from), "you"],
    ["to", shorten(authorization.to), seller],
    ["value", authorization.value, formatUsd(BigInt(amount))],
    ["validAfter", authorization.validAfter, clockUtc(new Date(Number(authorization.validAfter) * 1000))],
    ["validBefore", authorization.validBefore, clockUtc(new Date(Number(authorization.validBefore) * 1000))],
    ["nonce", shorten(authorization.nonce), "random, used up by this payment"],
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and keys must reach it.
    <div tabIndex={0} className="num overflow-x-auto rounded-control border border-line bg-surface px-3.5 py-3 text-1 leading-5">
      <div className="text-ink-3">TransferWithAuthorization</div>
      <table className="whitespace-nowrap">
        <tbody>
          {rows.map(([name, value, meaning]) => (
            <tr key={name}>
              <th scope="row" className="w-26 pr-3 pl-3.5 text-left font-text">
                {name}
              </th>
              <td className="w-38 pr-4">{value}</td>
              <td className="text-ink-3">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
