import type { Metadata } from "next";
import { DocHead } from "@/components/docs/DocHead";
import { DocSection } from "@/components/docs/DocSection";
import { DocTable } from "@/components/docs/DocTable";
import { Mono } from "@/components/docs/Mono";
import { WireText } from "@/components/docs/WireText";
import { DOCTOR_LIMITS } from "@/lib/doctor/limits";
import { env } from "@/lib/env";
import { BOT_NAME, botUserAgent } from "@/lib/web/botName";
import { WEB_LIMITS } from "@/lib/web/limits";
import { SITE_LIMITS } from "@/lib/web/turns";

export const metadata: Metadata = {
  title: "Our robot",
  description: "Who asks your site under this market's name, how often, and how to stop it.",
};

const BLOCK = `User-agent: ${BOT_NAME}\nDisallow: /\n`;

export default function BotPage() {
  return (
    <>
      <DocHead title="Our robot">You found {BOT_NAME} in the logs of your site. This is what it does there.</DocHead>
      <DocSection id="what" title="What it does">
        <p>
          This market sells answers about web pages: what a page says, which headers it sends, whether its links and its sitemap hold. When
          somebody pays for such an answer, {BOT_NAME} reads the page once, then and there. It follows no links for its own sake, keeps no
          index and trains nothing.
        </p>
        <WireText title="User-Agent" text={botUserAgent(env().publicUrl)} />
      </DocSection>
      <DocSection id="limits" title="How much it asks">
        <p>These limits are for your site, all payers of this market together. Whoever comes too soon is turned away by us, not by you.</p>
        <DocTable
          label="Limits for one site"
          rows={[
            { key: "once", term: "Requests at the same time", text: <>{SITE_LIMITS.atOnce}, counted for all names below your domain.</> },
            {
              key: "second",
              term: "Requests a second",
              text: (
                <>
                  {SITE_LIMITS.perSecond}, after {SITE_LIMITS.burst} at the most in a row.
                </>
              ),
            },
            {
              key: "size",
              term: "A body",
              text: (
                <>
                  Read up to {WEB_LIMITS.maxBytes.usual / 1024 ** 2} MB as a rule and never beyond {WEB_LIMITS.maxBytes.most / 1024 ** 2}{" "}
                  MB, then the connection is closed.
                </>
              ),
            },
            { key: "time", term: "A request", text: <>Given up after {WEB_LIMITS.timeoutMs.most / 1000} s at the latest.</> },
            { key: "methods", term: "Methods", text: "GET and HEAD. It fills in no forms, sends no cookies and knows no passwords." },
            {
              key: "doctor",
              term: "The listing doctor",
              text: (
                <>
                  Somebody pointed it at a paid address of yours. It sends POST and OPTIONS too, and payments that must be refused: about
                  twenty requests, counted apart: {DOCTOR_LIMITS.siteBurst} in a row, then as above. <Mono>x-coinslot-doctor</Mono> is in
                  each of them. POST goes only to what asks for money, what takes no GET, or where whoever asked has said so.
                </>
              ),
            },
          ]}
        />
      </DocSection>
      <DocSection id="robots" title="How to stop it">
        <p>
          A call that covers several pages of a site obeys <Mono>robots.txt</Mono>: the group of <Mono>{BOT_NAME}</Mono> if you have one,
          else the one of everybody. If your server can't say what the file holds, those pages are left alone. A call about one page, which
          somebody named by its address, reads that page as a browser would and reports what <Mono>robots.txt</Mono> says of it.
        </p>
        <WireText title="robots.txt" text={BLOCK} />
        <p>
          To keep it from single pages too, refuse its <Mono>User-Agent</Mono>: it never goes by another name. Asking for the same page
          again after a refusal is not in its nature.
        </p>
      </DocSection>
    </>
  );
}
