import { ButtonLink } from "@/components/ui/ButtonLink";
import { buttonClass } from "@/components/ui/buttonClass";

type Props = {
  shown: number;
  total: number /** The total was not counted further than this. */;
  countLimit: number;
  newer: string | null;
  older: string | null;
};

/** How many there are, and the pages around this one. */
export function Pager({ shown, total, countLimit, newer, older }: Props) {
  const all = total > countLimit ? `more than ${countLimit.toLocaleString("en")}` : total.toLocaleString("en");
  return (
    <nav aria-label="Pages of payments" className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p className="text-2 text-ink-3">
        <span className="num">{shown}</span> of <span className="num">{all}</span>, newest first
      </p>
      <div className="flex gap-2">
        <PageLink href={newer}>Newer</PageLink>
        <PageLink href={older}>Older</PageLink>
      </div>
    </nav>
  );
}

function PageLink({ href, children }: { href: string | null; children: string }) {
  if (href)
    return (
      <ButtonLink href={href} size="sm" scroll={false}>
        {children}
      </ButtonLink>
    );
  return (
    <span aria-disabled className={buttonClass({ size: "sm", disabled: true })}>
      {children}
    </span>
  );
}
