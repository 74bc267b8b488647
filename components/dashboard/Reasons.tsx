import { formatShare } from "@/components/ui/formatShare";
import { Status } from "@/components/ui/Status";
import { statusOf } from "@/components/ui/statusOf";
import { Table, Td, Th, Tr } from "@/components/ui/Table";
import type { ReasonCount } from "@/db/queries/sellerReasons";

type Props = {
  reasons: readonly ReasonCount[] /** Calls with an outcome, and those of them that were paid. */;
  closed: number;
  paid: number;
};

/** Why calls brought no money, and how many did. Shares are of all calls that came to an end. */
export function Reasons({ reasons, closed, paid }: Props) {
  if (closed === 0) return null;
  const named = reasons.reduce((sum, { calls }) => sum + calls, 0);
  const rest = closed - paid - named;
  return (
    <section aria-labelledby="reasons" className="min-w-0">
      <h2 id="reasons" className="text-4">
        How calls ended
      </h2>
      <div className="mt-2">
        <Table>
          <caption className="sr-only">Outcomes of paid requests and their reasons</caption>
          <thead>
            <tr>
              <Th>Outcome</Th>
              <Th>Reason</Th>
              <Th right>Calls</Th>
              <Th right>Share</Th>
            </tr>
          </thead>
          <tbody>
            <Row state="settled" reason="answered and paid" calls={paid} closed={closed} />
            {reasons.map(({ state, reason, calls }) => (
              <Row
                key={`${state} ${reason}`}
                state={state}
                reason={reason ? reason.replaceAll("_", " ") : "none given"}
                calls={calls}
                closed={closed}
              />
            ))}
            {rest > 0 ? <Row state="released" reason="other reasons" calls={rest} closed={closed} /> : null}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

function Row({ state, reason, calls, closed }: { state: string; reason: string; calls: number; closed: number }) {
  return (
    <Tr tone="plain">
      <Td>
        <Status status={statusOf(state)} />
      </Td>
      <Td className="max-w-80 truncate text-ink-2" title={reason}>
        {reason}
      </Td>
      <Td right className="num">
        {calls.toLocaleString("en")}
      </Td>
      <Td right className="num whitespace-nowrap text-ink-2">
        {formatShare(calls / closed)}
      </Td>
    </Tr>
  );
}
