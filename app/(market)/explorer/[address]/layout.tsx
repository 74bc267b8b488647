import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findAddress } from "./findAddress";

type Props = { children: ReactNode; params: Promise<{ address: string }> };

/** Decides before the page begins to stream, so that an address that isn't here is a real 404. */
export default async function AddressLayout({ children, params }: Props) {
  if (!(await findAddress((await params).address))) notFound();
  return <div className="pt-6 md:pt-8">{children}</div>;
}
