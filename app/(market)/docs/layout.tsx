import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DocsRail } from "@/components/docs/DocsRail";

export const metadata: Metadata = { title: { default: "Docs", template: "%s, Coinslot docs" } };

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="gap-x-10 pb-20 lg:grid lg:grid-cols-[184px_minmax(0,1fr)] lg:pt-12">
      <DocsRail />
      <article className="max-w-200 min-w-0 pt-8 lg:pt-0">{children}</article>
    </div>
  );
}
