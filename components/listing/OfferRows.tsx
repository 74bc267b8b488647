import type { X402Offer } from "@/db/schema/listings";
import { Hash } from "../ui/Hash";
import { Rows } from "../ui/Rows";
import { offerPrice } from "./offerPrice";

/** The terms of an endpoint that takes its payments itself, as its own 402 names them. */
export function OfferRows({ offer }: { offer: X402Offer }) {
  const { x402Version, scheme, network, asset, assetName, amount, payTo } = offer;
  return (
    <Rows
      className="border-y border-line py-4"
      termWidth="w-24"
      rows={[
        {
          term: "price",
          value: (
            <span className="num">
              {offerPrice(offer)} <span className="text-ink-3">= {amount} atomic units</span>
            </span>
          ),
        },
        {
          term: "asset",
          value: (
            <>
              {assetName ? `${assetName} ` : ""}
              <Hash value={asset} />
            </>
          ),
        },
        { term: "on", value: <span className="num">{network}</span> },
        { term: "paid to", value: <Hash value={payTo} /> },
        { term: "scheme", value: <span className="num">{`${scheme}, version ${x402Version}`}</span> },
      ]}
    />
  );
}
