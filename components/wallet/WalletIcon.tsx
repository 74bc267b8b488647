import { FlaskConical, Wallet } from "lucide-react";

/** A wallet's own picture where it has one; a flask for the test wallet. */
export function WalletIcon({ icon, test = false }: { icon?: string | undefined; test?: boolean }) {
  if (test) return <FlaskConical aria-hidden className="size-4.5 shrink-0" />;
  // biome-ignore lint/performance/noImgElement: a data URI that the wallet itself hands over.
  if (icon?.trim().startsWith("data:image/")) return <img src={icon.trim()} alt="" className="size-4.5 shrink-0 rounded-tag" />;
  return <Wallet aria-hidden className="size-4.5 shrink-0" />;
}
