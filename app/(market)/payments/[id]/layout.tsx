import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findReceipt } from "./findReceipt";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** Decides before the page begins to stream, so that an id that nobody gave is a real 404. */
export default async function ReceiptLayout({ children, params }: Props) {
  if ((await findReceipt((await params).id)) === null) notFound();
  return <div className="py-10 md:pt-12 md:pb-20">{children}</div>;
}
