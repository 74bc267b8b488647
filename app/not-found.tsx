import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function NotFound() {
  return (
    <div className="page py-16 md:py-20">
      <h1 className="text-6">Nothing in this slot</h1>
      <div className="mt-6 max-w-140">
        <EmptyState title="There is no page at this address" action={<ButtonLink href="/">See all tools</ButtonLink>}>
          It may have been mistyped. Nothing was charged: only a signed payment ever costs something.
        </EmptyState>
      </div>
    </div>
  );
}
