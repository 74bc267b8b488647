import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentSeller } from "@/lib/auth/currentSeller";
import { isOperator } from "@/lib/operators/isOperator";

export const metadata: Metadata = { title: "Operator", robots: { index: false, follow: false } };

/** For operators only; for everybody else there is no such page. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  if (!isOperator(await currentSeller())) notFound();
  return <div className="pt-8 pb-20 md:pt-12">{children}</div>;
}
