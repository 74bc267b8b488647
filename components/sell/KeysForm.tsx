"use client";

import { useState } from "react";
import type { WholeJson } from "@/lib/listings/listingJson";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { CodeBlock } from "../ui/CodeBlock";
import { NO_SECRET, type SecretDraft, secretBody } from "./details";
import { SecretFields } from "./SecretFields";
import { useListing } from "./useListing";

const KINDS = { bearer: "a bearer token", basic: "a name and password", header: "the header", query: "the query field" } as const;

/** The key that the seller's server wants, and the key that the market signs its calls with. Neither is shown again. */
export function KeysForm({ listing }: { listing: WholeJson }) {
  const { id, policy, hasSecret } = listing;
  const [draft, setDraft] = useState<SecretDraft | null>(null);
  const [signingKey, setSigningKey] = useState<string | null>(null);
  const save = useListing(id, "PATCH", "", () => setDraft(null));
  const renew = useListing<{ signingKey: string }>(id, "POST", "/signing-key", (said) => setSigningKey(said.signingKey));
  const { auth } = policy;
  return (
    <div className="grid max-w-160 gap-8">
      <div>
        <h3 className="text-3 font-strong">Key of your server</h3>
        <p className="mt-1 text-2 text-ink-2">
          {hasSecret && auth
            ? `Every call carries ${KINDS[auth.kind]}${"name" in auth ? ` ${auth.name}` : ""}. The key itself is kept encrypted and can't be shown.`
            : "Calls carry no key of yours."}
        </p>
        {draft ? (
          <form
            className="mt-4 grid gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (draft.kind !== "none") save.mutate({ secret: secretBody(draft) });
            }}
          >
            <SecretFields secret={draft} onChange={setDraft} error={save.faults.secret} />
            <div className="flex gap-2">
              <Button type="submit" variant="ink" busy={save.isPending} disabled={draft.kind === "none" || !draft.value}>
                Keep it
              </Button>
              <Button variant="ghost" onClick={() => setDraft(null)}>
                Cancel
              </Button>
            </div>
          </form>
        ) : (
          <div className="mt-3 flex gap-2">
            <Button onClick={() => setDraft({ ...NO_SECRET, kind: auth?.kind ?? "bearer", name: auth && "name" in auth ? auth.name : "" })}>
              {hasSecret ? "Replace it" : "Leave a key"}
            </Button>
            {hasSecret ? (
              <Button variant="ghost" busy={save.isPending} onClick={() => save.mutate({ secret: null })}>
                Forget it
              </Button>
            ) : null}
          </div>
        )}
        <RefusedNote error={save.error} fields={["secret"]} />
      </div>
      <div>
        <h3 className="text-3 font-strong">Signature of the market</h3>
        <p className="mt-1 text-2 text-ink-2">
          Every call is signed in <span className="num text-1">X-Coinslot-Signature</span>, so that your server can tell that it comes from
          here. A new key is in force at once, and the old one is good for nothing.
        </p>
        <div className="mt-3" aria-live="polite">
          {signingKey ? <CodeBlock label="Signing key" tabs={[{ name: "Signing key, shown this once", code: signingKey }]} /> : null}
        </div>
        <Button className="mt-3" busy={renew.isPending} onClick={() => renew.mutate({})}>
          Make a new signing key
        </Button>
        <RefusedNote error={renew.error} />
      </div>
    </div>
  );
}
