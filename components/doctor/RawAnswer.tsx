import type { DoctorReport } from "@/lib/doctor/report";
import { RawText } from "../wire/RawText";

/** The unpaid answer as it came, and what its terms decode to. */
export function RawAnswer({ raw }: { raw: NonNullable<DoctorReport["raw"]> }) {
  const headers = Object.entries(raw.headers).map(([name, value]) => `${name}: ${value}`);
  const parts = [
    { title: "Status and headers", text: [`HTTP ${raw.status}`, ...headers].join("\n") },
    { title: "PAYMENT-REQUIRED, decoded", text: raw.decoded.v2 ? JSON.stringify(raw.decoded.v2, null, 2) : "" },
    { title: "Body", text: raw.decoded.v1 ? JSON.stringify(raw.decoded.v1, null, 2) : raw.body },
  ];
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 px-4 pb-4">
      {parts.map(({ title, text }) =>
        text ? (
          <div key={title}>
            <p className="mb-1 text-2 font-strong">{title}</p>
            <RawText text={text} what={title} />
          </div>
        ) : null,
      )}
    </div>
  );
}
