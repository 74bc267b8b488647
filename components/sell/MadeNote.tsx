import { ButtonLink } from "../ui/ButtonLink";
import { CodeBlock } from "../ui/CodeBlock";
import { Panel } from "../ui/Panel";
import type { Made } from "./useCreate";

/** The draft is there. Its signing key is seen now and never again. */
export function MadeNote({ made: { listing, signingKey } }: { made: Made }) {
  return (
    <Panel className="mt-6 max-w-160 p-5 md:p-6">
      <h2 className="text-4">{listing.title} is made</h2>
      <p className="mt-2 max-w-measure text-2 text-ink-2">
        Each call that the market passes on is signed with this key, so that your server can tell who calls. Keep it now if you want to
        check that: it is not shown again. You can make a new one at any time.
      </p>
      <div className="my-4">
        <CodeBlock label="Signing key" tabs={[{ name: "Signing key", code: signingKey ?? "" }]} />
      </div>
      <ButtonLink href={`/dashboard/listings/${listing.id}`} variant="ink">
        Go on: prove and publish
      </ButtonLink>
    </Panel>
  );
}
