"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { askMarket, Refused } from "./askMarket";
import { RefusedNote } from "./RefusedNote";

type Profile = { name: string; site: string };

/** Name and site; each change stays in the public history. */
export function ProfileForm({ saved }: { saved: Profile }) {
  const router = useRouter();
  const [given, setGiven] = useState(saved);
  const save = useMutation({
    mutationFn: () => askMarket("/api/seller", "PATCH", given),
    onSuccess: () => {
      toast("Saved");
      router.refresh();
    },
  });
  const faults = save.error instanceof Refused ? save.error.fields : {};
  const same = given.name === saved.name && given.site === saved.site;
  const set = (field: keyof Profile) => (event: { target: { value: string } }) => {
    setGiven((was) => ({ ...was, [field]: event.target.value }));
    if (save.error) save.reset();
  };
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!same && !save.isPending) save.mutate();
      }}
    >
      <div className="grid gap-5 md:grid-cols-2">
        <Field label="Name" side="what buyers see" error={faults.name}>
          {(control) => <Input {...control} value={given.name} maxLength={120} onChange={set("name")} />}
        </Field>
        <Field label="Site" side="optional" error={faults.site}>
          {(control) => <Input {...control} type="url" value={given.site} maxLength={300} placeholder="https://" onChange={set("site")} />}
        </Field>
      </div>
      <div>
        <Button type="submit" variant="ink" busy={save.isPending} disabled={same} title={same ? "Nothing has changed" : undefined}>
          Save
        </Button>
        <RefusedNote error={save.error} fields={["name", "site"]} />
      </div>
    </form>
  );
}
