import type { ChartRow } from "./chartModel";

/** The chart in words, for those who listen to it. */
export function ChartTable({ caption, label, rows }: { caption: string; label: string; rows: readonly ChartRow[] }) {
  const compared = rows.some((row) => row.beforeText !== null);
  return (
    // Around the table, since a table would still take its own width and height.
    <div className="sr-only">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">When (UTC)</th>
            <th scope="col">{label}</th>
            {compared ? <th scope="col">In the period before</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.at}>
              <th scope="row">{row.day}</th>
              <td>{row.text}</td>
              {compared ? <td>{row.beforeText}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
