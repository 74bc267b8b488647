import type { ExplorerPayment } from "@/db/queries/explorerPayments";
import { SettlementsList } from "./SettlementsList";
import { SettlementsTable } from "./SettlementsTable";

type Props = { rows: readonly ExplorerPayment[]; caption: string; payee?: boolean };

/** Payments as rows: a table where there is room, two lines each where there is none. */
export function Settlements({ rows, caption, payee }: Props) {
  return (
    <>
      <div className="max-md:hidden">
        <SettlementsTable rows={rows} caption={caption} payee={payee} />
      </div>
      <div className="md:hidden">
        <SettlementsList rows={rows} payee={payee} />
      </div>
    </>
  );
}
