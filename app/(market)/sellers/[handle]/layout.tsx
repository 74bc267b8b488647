import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findShownSeller } from "./findShownSeller";

type Props = { children: ReactNode; params: Promise<{ handle: string }> };

/** Decides before the page begins to stream, so that a handle that nobody has is a real 404. */
export default async function SellerLayout({ children, params }: Props) {
  if ((await findShownSeller((await params).handle)) === null) notFound();
  return <div className="pt-8 pb-20 md:pt-12">{children}</div>;
}
