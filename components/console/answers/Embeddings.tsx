import { Panel } from "../../ui/Panel";

type Answer = { model?: string | undefined; data: readonly { index: number; embedding: readonly number[] | string }[] };

/** So many texts are compared with each other; beyond that the table says nothing to the eye. */
const MOST = 8;

/** How near the texts lie to each other: the cosine of each pair, and what the vectors begin with. */
export function Embeddings({ answer }: { answer: Answer }) {
  const vectors = answer.data.flatMap(({ embedding }) => (typeof embedding === "string" ? [] : [embedding]));
  const shown = vectors.slice(0, MOST);
  return (
    <Panel className="overflow-x-auto">
      <table className="num w-full border-collapse text-left text-2">
        <caption className="sr-only">Cosine of each pair of texts</caption>
        <thead className="bg-paper text-1 text-ink-2">
          <tr>
            <th scope="col" className="h-8 pl-4 font-label md:pl-5">
              Cosine
            </th>
            {shown.map((_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: texts have no other name.
              <th key={column} scope="col" className="px-2 text-right font-label whitespace-nowrap">
                Text {column + 1}
              </th>
            ))}
            <th scope="col" className="pr-4 pl-4 font-label md:pr-5">
              Vector
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: texts have no other name.
            <tr key={index} className="h-9 border-t border-line">
              <th scope="row" className="pl-4 font-strong whitespace-nowrap md:pl-5">
                Text {index + 1}
              </th>
              {shown.map((column, other) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: texts have no other name.
                <td key={other} className={index === other ? "px-2 text-right text-ink-3" : "px-2 text-right"}>
                  {cosine(row, column).toFixed(3)}
                </td>
              ))}
              <td className="pr-4 pl-4 text-1 whitespace-nowrap text-ink-3 md:pr-5">
                {row
                  .slice(0, 3)
                  .map((x) => x.toFixed(3))
                  .join(", ")}
                , … ({row.length})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="border-t border-line bg-paper px-4 py-3 text-1 text-ink-3 md:px-5">
        {answer.model ?? "model unknown"}
        {vectors.length > MOST ? ` · the first ${MOST} of ${vectors.length} texts` : ""} · 1 is the same direction, 0 is none in common
      </p>
    </Panel>
  );
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}
