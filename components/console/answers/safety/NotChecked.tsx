/** What could not be looked at, and why; nothing when that is empty. */
export function NotChecked({ list }: { list: readonly { id: string; why: string }[] }) {
  if (list.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-3 text-2 text-ink-2 md:px-5">
      <div className="font-strong">Not checked</div>
      <ul>
        {list.map(({ id, why }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <span className="num text-1">{id}</span>: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
