import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentSeller } from "@/lib/auth/currentSeller";
import { findHere } from "./findHere";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** Decides before the page begins to stream, so that a payment that isn't here is a real 404. */
export default async function PaymentLayout({ children, params }: Props) {
  const { id } = await params;
  if ((await currentSeller()) && !(await findHere(id))) notFound();
  return children;
}
