import { CircleCheck, CircleX } from "lucide-react";
import { Note } from "@/components/ui/Note";
import type { Checked } from "./proof";

/** What was found in both places, word for word where there was something. */
export function FindingNote({ checked: { found, finding } }: { checked: Checked }) {
  const { file, dns } = finding;
  if (found) {
    return (
      <Note className="mt-3" icon={<CircleCheck aria-hidden className="size-4 text-settled" />}>
        Found {file.seen === "yes" ? "in the file" : "in the TXT record"}. You can publish what you sell from this host.
      </Note>
    );
  }
  const answer = [file.status, file.contentType].filter((part) => part !== null).join(", ");
  return (
    <Note tone="warn" className="mt-3" icon={<CircleX aria-hidden className="size-4 text-unknown" />}>
      <p>
        The file {file.words}.{answer ? <span className="num text-1 text-ink-2"> ({answer})</span> : null}
      </p>
      {file.firstLine ? (
        <p className="mt-1 text-ink-2">
          Its first line: <code className="num text-1">{file.firstLine}</code>
        </p>
      ) : null}
      {dns.name ? (
        <p className="mt-1">
          The name <code className="num text-1">{dns.name}</code> {dns.words}.
          {dns.records.length > 0 ? <code className="num block text-1 text-ink-2">{dns.records.join("\n")}</code> : null}
        </p>
      ) : null}
    </Note>
  );
}
