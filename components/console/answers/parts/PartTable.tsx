import type { ReactNode } from "react";
import { cx } from "../../../ui/cx";

export type Column = {
  label: string /** Of a head cell, such as a width. */;
  className?: string;
  right?: boolean /** Left out on a phone. */;
  wide?: boolean;
};

type Props = { label: string; columns: readonly Column[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] };

/** A table within a panel, edge to edge, in the look of the findings. */
export function PartTable({ label, columns, rows }: Props) {
  return (
    <table className="w-full border-collapse text-left text-2">
      <caption className="sr-only">{label}</caption>
      <thead className="border-t border-line bg-paper text-1 text-ink-2">
        <tr>
          {columns.map((column) => (
            <th
              key={column.label}
              scope="col"
              className={cx("h-8 px-2 font-label first:pl-4 last:pr-4 md:first:pl-5 md:last:pr-5", look(column), column.className)}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-t border-line align-top">
            {columns.map((column, index) => (
              <td key={column.label} className={cx("px-2 py-2.5 first:pl-4 last:pr-4 md:first:pl-5 md:last:pr-5", look(column))}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function look({ right, wide }: Column): string {
  return cx(right && "text-right", wide && "hidden md:table-cell");
}
