import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function ReceiptNotFound() {
  return (
    <div className="py-14 md:py-20">
      <h1 className="text-6">No such receipt</h1>
      <div className="mt-6 max-w-140">
        <EmptyState title="No payment has this id" action={<ButtonLink href="/">See all tools</ButtonLink>}>
          A payment's id begins with pay_ and stands in the X-Payment-Id header of its answer. Look whether all of it was copied.
        </EmptyState>
      </div>
    </div>
  );
}
