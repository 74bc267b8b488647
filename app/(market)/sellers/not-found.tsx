import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";

export default function SellerNotFound() {
  return (
    <div className="max-w-180 py-10">
      <EmptyState title="Nobody sells under this handle" heading="h1" action={<ButtonLink href="/">All tools</ButtonLink>}>
        It may have been mistyped. A handle is given once, and never to somebody else.
      </EmptyState>
    </div>
  );
}
