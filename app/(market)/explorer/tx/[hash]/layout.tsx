import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findTransaction } from "./findTransaction";

type Props = { children: ReactNode; params: Promise<{ hash: string }> };

/** Decides before the page begins to stream, so that a transaction that isn't here is a real 404. */
export default async function TransactionLayout({ children, params }: Props) {
  if (!(await findTransaction((await params).hash))) notFound();
  return <div className="pt-6 md:pt-8">{children}</div>;
}
