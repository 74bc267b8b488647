import { CircleCheck, ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { Hash } from "@/components/ui/Hash";
import { type Row, Rows } from "@/components/ui/Rows";
import { initialsOf } from "./initialsOf";

type Props = {
  handle: string;
  name: string;
  site: string | null;
  wallet: string;
  payTo: string;
  since: Date | null;
  /** Hosts that are proven to be this seller's. */
  hosts: readonly string[];
};

/** Who sells: name, handle, and what anybody can check of it. */
export function SellerHead({ handle, name, site, wallet, payTo, since, hosts }: Props) {
  const address = (value: string): ReactNode => <Hash value={value} href={`/explorer/${value}`} />;
  const rows: Row[] = [
    { term: "Wallet", value: address(wallet) },
    { term: "Paid to", value: payTo === wallet ? "the same wallet" : address(payTo) },
    {
      term: "Sells since",
      value: since ? <time dateTime={since.toISOString()}>{since.toISOString().slice(0, 10)}</time> : "the market's own tools",
    },
    ...(site ? [{ term: "Site", value: <SiteLink site={site} /> }] : []),
    { term: "Hosts", value: <Hosts hosts={hosts} /> },
  ];
  return (
    <header className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_344px]">
      <div className="flex min-w-0 items-center gap-4 self-start">
        <span
          aria-hidden
          className="num flex size-12 shrink-0 items-center justify-center rounded-control bg-ink text-4 font-strong text-on-ink"
        >
          {initialsOf(name)}
        </span>
        <div className="min-w-0">
          <h1 className="text-5 [overflow-wrap:anywhere] md:text-6">{name}</h1>
          <p className="num text-2 text-ink-3">{handle}</p>
        </div>
      </div>
      <Rows rows={rows} termWidth="w-24" />
    </header>
  );
}

/** Where a stranger's link leads is the stranger's word. */
function SiteLink({ site }: { site: string }) {
  return (
    <a href={site} rel="nofollow ugc noopener noreferrer" target="_blank" className="link inline-flex items-baseline gap-1">
      {site.replace(/^https:\/\//, "").replace(/\/$/, "")}
      <ExternalLink aria-hidden className="size-3 self-center" />
    </a>
  );
}

function Hosts({ hosts }: { hosts: readonly string[] }) {
  if (hosts.length === 0) return <span className="text-ink-3">none proven</span>;
  return (
    <ul className="grid gap-1">
      {hosts.map((host) => (
        <li key={host} className="flex items-baseline gap-1.5">
          <CircleCheck aria-hidden className="size-3.5 shrink-0 self-center text-settled" />
          <span className="num">{host}</span>
          <span className="sr-only">proven</span>
        </li>
      ))}
    </ul>
  );
}
