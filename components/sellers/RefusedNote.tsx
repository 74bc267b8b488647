import { CircleX } from "lucide-react";
import { Note } from "@/components/ui/Note";
import { Refused } from "./askMarket";

/** Why it was not done, where no field is to blame; read out as it comes. */
export function RefusedNote({
  error,
  fields = [],
}: {
  error: Error | null /** Faults of these stand under their fields. */;
  fields?: readonly string[];
}) {
  const shown = error && !(error instanceof Refused && fields.some((field) => field in error.fields));
  return (
    <div role="alert" className={shown ? "mt-4" : undefined}>
      {shown ? (
        <Note tone="bad" icon={<CircleX aria-hidden className="size-4 text-failed" />}>
          {error.message.split("\n")[0]}
          {error instanceof Refused && error.hint ? <span className="block text-ink-2">{error.hint}</span> : null}
        </Note>
      ) : null}
    </div>
  );
}
