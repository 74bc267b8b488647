import { formatMs } from "@/components/ui/formatMs";
import { formatShare } from "@/components/ui/formatShare";
import { Money } from "@/components/ui/Money";
import { Table, Td, Th, Tr } from "@/components/ui/Table";
import type { ToolFigures } from "@/db/queries/sellerByTool";

type Props = {
  tools: readonly ToolFigures[];
  others: number /** What the figures are of: "28 days". */;
  period: string;
  note: string | null;
};

/** What each tool brought in, how often it answered, and how long that took. */
export function ByTool({ tools, others, period, note }: Props) {
  if (tools.length === 0) return null;
  return (
    <section aria-labelledby="by-tool" className="min-w-0">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="by-tool" className="text-4">
          By tool
        </h2>
        <span className="text-2 text-ink-3">{note ?? `${period}, UTC`}</span>
      </div>
      <div className="mt-2">
        <Table>
          <caption className="sr-only">By tool, {period}</caption>
          <thead>
            <tr>
              <Th>Tool</Th>
              <Th right>Revenue</Th>
              <Th right>Refunds</Th>
              <Th right>Paid calls</Th>
              <Th right>Answered</Th>
              <Th right>Tool p50, p99</Th>
              <Th right>Whole call p50, p99</Th>
            </tr>
          </thead>
          <tbody>
            {tools.map((row) => (
              <Tr key={row.tool} tone="plain">
                <Td className="max-w-60 truncate" title={row.tool}>
                  {row.tool}
                </Td>
                <Td right className="font-strong">
                  <Money atomic={row.revenue} minDecimals={2} />
                </Td>
                <Td right>{row.refunded === 0n ? <span className="text-ink-3">–</span> : <Money atomic={row.refunded} />}</Td>
                <Td right className="num">
                  {row.paidCalls.toLocaleString("en")}
                </Td>
                <Td right className="num">
                  {row.closed === 0 ? "–" : formatShare(row.paidCalls / row.closed)}
                </Td>
                <Td right className="num whitespace-nowrap text-ink-2">
                  {both(row.runP50Ms, row.runP99Ms)}
                </Td>
                <Td right className="num whitespace-nowrap text-ink-2">
                  {both(row.callP50Ms, row.callP99Ms)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      {others > 0 ? <p className="mt-2 text-2 text-ink-3">And {others.toLocaleString("en")} that brought in less.</p> : null}
    </section>
  );
}

const both = (p50: number | null, p99: number | null) => (p50 === null || p99 === null ? "–" : `${formatMs(p50)}, ${formatMs(p99)}`);
