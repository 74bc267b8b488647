"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { useListing } from "./useListing";

/** A draft that was never public can go; it asks once more. */
export function DeleteDraft({ id }: { id: string }) {
  const router = useRouter();
  const [sure, setSure] = useState(false);
  const remove = useListing(id, "DELETE", "", () => router.push("/dashboard/listings"));
  return (
    <>
      <p className="mb-3 text-2 text-ink-2">It was never public, so nothing refers to it.</p>
      <div className="flex gap-2">
        {sure ? (
          <>
            <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate({})}>
              Delete it for good
            </Button>
            <Button variant="ghost" onClick={() => setSure(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <Button onClick={() => setSure(true)}>Delete this draft</Button>
        )}
      </div>
      <RefusedNote error={remove.error} />
    </>
  );
}
