import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function PaymentNotFound() {
  return (
    <>
      <h1 className="text-5">Not among your payments</h1>
      <div className="mt-5 max-w-140">
        <EmptyState
          title="No payment with this id was made to your address"
          action={<ButtonLink href="/dashboard/payments">All your payments</ButtonLink>}
        >
          It may have been mistyped, or it belongs to another seller. Nothing is lost by looking.
        </EmptyState>
      </div>
    </>
  );
}
