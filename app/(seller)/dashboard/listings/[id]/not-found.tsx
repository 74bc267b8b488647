import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function ListingNotFound() {
  return (
    <>
      <h1 className="text-5">Not among your listings</h1>
      <div className="mt-5 max-w-140">
        <EmptyState title="You have no such listing" action={<ButtonLink href="/dashboard/listings">All your listings</ButtonLink>}>
          It may have been deleted, or it belongs to another seller.
        </EmptyState>
      </div>
    </>
  );
}
