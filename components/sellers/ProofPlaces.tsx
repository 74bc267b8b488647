import { CodeBlock } from "@/components/ui/CodeBlock";
import type { Proof } from "./proof";

/** What to place where: one of the two is enough. */
export function ProofPlaces({ proof: { file, dns, line, takesPut } }: { proof: Proof }) {
  const record = dns ? [{ name: "TXT record", code: `${dns.name}. 300 IN TXT "${dns.value}"` }] : [];
  const put = takesPut ? [{ name: "Terminal", code: `curl -X PUT --data '${line}' ${file.url}` }] : [];
  return (
    <div className="mt-4 grid gap-3">
      <p className="max-w-measure text-2 text-ink-2">
        Put this line into a plain text file at <span className="num [overflow-wrap:anywhere]">{file.url}</span>
        {dns ? (
          <>
            , or into a TXT record of <span className="num [overflow-wrap:anywhere]">{dns.name}</span>
          </>
        ) : null}
        . Leave it there: it is looked at again every few hours.
      </p>
      <CodeBlock label="Where to put the proof" tabs={[...put, { name: "File", code: line }, ...record]} />
    </div>
  );
}
