"use client";

import { CircleX } from "lucide-react";
import { useState } from "react";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Tag } from "@/components/ui/Tag";
import { exactUtc } from "@/components/ui/times";
import type { EndpointView } from "@/lib/webhooks/views";
import { EndpointActions } from "./EndpointActions";
import { EndpointForm } from "./EndpointForm";
import { SecretOnce } from "./SecretOnce";
import { sellerApi } from "./sellerApi";
import { useSellerAction } from "./useSellerAction";

const BOTH_SIGN = "For 24 hours everything is signed with the old secret too, so that you can change yours without missing anything.";

/** One endpoint: where, what, how it does, and all that can be done with it. */
export function EndpointPanel({ endpoint }: { endpoint: EndpointView }) {
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const patch = (change: object) => sellerApi("PATCH", `/${endpoint.id}`, change);
  const save = useSellerAction(patch, null, () => setEditing(false));
  const turn = useSellerAction(patch, "It is as it was");
  const { url, description, events } = endpoint;
  return (
    <Panel className="grid gap-4 p-5 md:p-6">
      <div className="min-w-0">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-3">
          <span className="num min-w-0 font-strong break-all">{url}</span>
          <Tag dashed={endpoint.state === "off"}>{endpoint.state === "on" ? "on" : "off"}</Tag>
        </h2>
        {description ? <p className="mt-0.5 text-2 text-ink-2">{description}</p> : null}
      </div>
      <Health endpoint={endpoint} />
      {secret ? <SecretOnce secret={secret} words={BOTH_SIGN} onDone={() => setSecret(null)} /> : null}
      {editing ? (
        <EndpointForm
          start={{ url, description, events }}
          action="Save"
          busy={save.isPending}
          refusal={save.error?.message ?? null}
          onSubmit={(fields) => save.mutate(fields)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <ul aria-label="Events" className="flex flex-wrap gap-1.5">
            {events.map((event) => (
              <li key={event}>
                <Tag>
                  <span className="num">{event}</span>
                </Tag>
              </li>
            ))}
          </ul>
          <EndpointActions
            endpoint={endpoint}
            busy={turn.isPending}
            onEdit={() => setEditing(true)}
            onSwitch={(state) => turn.mutate({ state })}
            onSecret={setSecret}
          />
        </>
      )}
    </Panel>
  );
}

function Health({ endpoint: { state, offReason, failingSince, previousUntil } }: { endpoint: EndpointView }) {
  return (
    <>
      {offReason ? (
        <Note tone="bad" icon={<CircleX aria-hidden className="size-4 text-failed" />}>
          <p className="font-strong">Switched off by the market.</p>
          <p className="text-ink-2">{offReason} Mend it, send a test, then switch it on. What happened meanwhile is not sent.</p>
        </Note>
      ) : null}
      {state === "on" && failingSince ? (
        <Note tone="warn">
          Nothing has got through since <RelativeTime at={failingSince} />. After a day without any success it is switched off.
        </Note>
      ) : null}
      {previousUntil ? <p className="text-2 text-ink-3">The old secret signs too until {exactUtc(new Date(previousUntil))}.</p> : null}
    </>
  );
}
