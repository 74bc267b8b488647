import { CircleQuestionMark } from "lucide-react";

/** What nobody should read as a pass: why, for each thing that was not looked at. Stands in a panel. */
export function NotChecked({ list }: { list: readonly { id: string; why: string }[] }) {
  if (list.length === 0) return null;
  return (
    <section className="border-t border-line bg-paper p-4 md:p-5">
      <h3 className="flex items-center gap-2 text-3 font-strong">
        <CircleQuestionMark aria-hidden className="size-4 text-v-unknown" />
        What we could not check
      </h3>
      <ul className="mt-2 grid gap-1 text-2 [overflow-wrap:anywhere]">
        {list.map(({ id, why }) => (
          <li key={`${id} ${why}`}>
            {why} <span className="num text-1 text-ink-3">{id}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
