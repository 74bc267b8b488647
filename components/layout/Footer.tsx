import Link from "next/link";
import { BlockNow } from "./BlockNow";

const DOORS = [
  { href: "/openapi.json", label: "openapi.json" },
  { href: "/llms.txt", label: "llms.txt" },
] as const;

export function Footer() {
  return (
    <footer className="mt-20 border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-6 text-2 text-ink-3">
        <nav aria-label="Footer" className="flex flex-wrap gap-6">
          <Link href="/docs" className="hover:text-ink">
            Docs
          </Link>
          <Link href="/doctor" className="hover:text-ink">
            Listing doctor
          </Link>
          {DOORS.map(({ href, label }) => (
            <a key={href} href={href} className="hover:text-ink">
              {label}
            </a>
          ))}
        </nav>
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <span>No answer, no charge.</span>
          <BlockNow />
        </div>
      </div>
    </footer>
  );
}
