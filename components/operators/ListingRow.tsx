import { SellerLink } from "@/components/sellers/SellerLink";
import { Hash } from "@/components/ui/Hash";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Tag } from "@/components/ui/Tag";
import type { OperatorListing } from "@/db/queries/operators";
import { ModerateForm } from "./ModerateForm";

/** One listing as an operator needs it: whose, from where, since when, and what can be done. */
export function ListingRow({ listing }: { listing: OperatorListing }) {
  const { id, account, kind, title, name, upstream, state, stateReason, publishedAt, handle, seller } = listing;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-line py-4 text-2">
      <div className="min-w-0 flex-1 basis-80 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="text-3 font-strong">{title}</span>
          <span className="num text-ink-3">{handle ? `${handle}/${name}` : name}</span>
          <Tag>{kind === "x402" ? "takes payments itself" : "through the gateway"}</Tag>
        </p>
        <p className="mt-0.5 text-ink-2">
          {handle && seller ? <SellerLink handle={handle} name={seller} /> : "A wallet without an account"}{" "}
          <Hash value={account} href={`/explorer/${account}`} />
          {publishedAt ? (
            <>
              , published <RelativeTime at={publishedAt} />
            </>
          ) : null}
        </p>
        <p className="num text-1 text-ink-3">{upstream}</p>
        {stateReason ? <p className="mt-1 text-ink-2">{stateReason}</p> : null}
      </div>
      <ModerateForm id={id} title={title} action={state === "removed" ? "restore" : "remove"} />
    </li>
  );
}
