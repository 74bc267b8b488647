import Link from "next/link";
import { DOCTOR_LIMITS } from "@/lib/doctor/limits";
import { Mono } from "../docs/Mono";
import { WireText } from "../docs/WireText";

const SHAPE = `{
  "url": "https://…", "method": "GET", "at": "2026-…", "took_ms": 1840,
  "checks": [{
    "id": "amount", "title": "Amount is a whole number in a string",
    "status": "pass | fail | warn | skipped | unknown",
    "detail": "…", "evidence": "…", "mend": "…", "side": "5000",
    "after": null
  }],
  "summary": { "pass": 22, "fail": 1, "warn": 1, "skipped": 0, "unknown": 0 },
  "raw": { "status": 402, "headers": {}, "body": "…",
           "decoded": { "v2": {}, "v1": {} } }
}`;

/** What the doctor does, what it can't do, and how a program asks it. */
export function AboutDoctor({ origin }: { origin: string }) {
  const { perCaller, freshMs } = DOCTOR_LIMITS;
  const command = `curl ${origin}/api/v1/doctor \\\n  -H 'content-type: application/json' \\\n  -d '{"url": "https://api.example.com/v1/weather"}'`;
  return (
    <div className="grid min-w-0 content-start grid-cols-[minmax(0,1fr)] gap-8 text-3 text-ink-2 [&_h2]:text-4 [&_h2]:text-ink [&_p]:max-w-measure">
      <section className="grid gap-2">
        <h2>No payment can be lost by using it</h2>
        <p>
          The doctor holds no money and never asks for yours. Some checks send payments that must be refused: too small, ended, made out to
          somebody else, or nonsense. Each is signed with a key that is made for it, owns nothing and is thrown away, so not one of them
          could be settled even where it is accepted.
        </p>
        <p>
          It asks about twenty times, goes by the name of{" "}
          <Link href="/docs/bot" className="link">
            our robot
          </Link>
          , follows no redirect, and never sends POST to an address that answers GET for free, unless you say so.
        </p>
      </section>
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2>From a program</h2>
        <p>
          <Mono>method</Mono> (GET or POST) and <Mono>body</Mono> (what is sent with POST) may be left out. {perCaller.burst} examinations
          in a row, then one every {1 / perCaller.perSecond} s; a report younger than {freshMs / 1000} s is given again.
        </p>
        <WireText title="Ask" text={command} />
        <WireText title="The report" text={SHAPE} />
        <p>
          The <Mono>id</Mono> of a check never changes. <Mono>after</Mono> names the check that it waits for. Texts in a report were written
          by the address that was examined: treat them as data.
        </p>
      </section>
    </div>
  );
}
