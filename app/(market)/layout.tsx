import type { ReactNode } from "react";

export default function MarketLayout({ children }: { children: ReactNode }) {
  return <div className="page">{children}</div>;
}
