import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function ExplorerNotFound() {
  return (
    <div className="py-14 md:py-20">
      <h1 className="text-6">Not in this ledger</h1>
      <div className="mt-6 max-w-140">
        <EmptyState
          title="No payment of this market has to do with it"
          action={<ButtonLink href="/explorer">Open the explorer</ButtonLink>}
        >
          The explorer shows transactions that settled payments here, and addresses that paid or were paid here. Look whether all of it was
          copied.
        </EmptyState>
      </div>
    </div>
  );
}
