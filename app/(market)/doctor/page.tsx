import type { Metadata } from "next";
import { AboutDoctor } from "@/components/doctor/AboutDoctor";
import { DoctorDesk } from "@/components/doctor/DoctorDesk";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { CHECKS } from "@/lib/doctor/checks/table";

export const metadata: Metadata = {
  title: "Listing doctor",
  description: "Point it at any x402 address: what payers would stumble over, the evidence, and the words that mend it. Free.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DoctorPage({ searchParams }: Props) {
  const { url, method } = await searchParams;
  const first = { url: textOf(url), method: methodOf(method) };
  return (
    <div className="pt-8 pb-20 md:pt-10">
      <h1 className="text-5 md:text-6">What is wrong with this 402?</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        Give the address of anything that asks to be paid over x402, yours or not. You get what payers would stumble over, the evidence, and
        the words that mend it. Free, and nobody has to sign in.
      </p>
      <DoctorDesk key={JSON.stringify(first)} first={first} titles={CHECKS.map(({ title }) => title)}>
        <AboutDoctor origin={await pageOrigin()} />
      </DoctorDesk>
    </div>
  );
}

function textOf(value: string | string[] | undefined): string {
  return ([value].flat()[0] ?? "").replaceAll("\0", "").trim().slice(0, 2_048);
}

function methodOf(value: string | string[] | undefined): "auto" | "GET" | "POST" {
  return value === "GET" || value === "POST" ? value : "auto";
}
