import { shorten } from "../ui/shorten";

/** A search that led nowhere: what may be asked for. */
export function NotFoundNote({ asked }: { asked: string }) {
  return (
    <p role="status" className="mt-4 max-w-measure text-3 text-ink-2">
      Nothing in this ledger is called <span className="num text-2 text-ink [overflow-wrap:anywhere]">{shorten(asked, 24, 8)}</span>. A
      payment's id begins with <span className="num text-2">pay_</span>; a transaction has 64 digits after{" "}
      <span className="num text-2">0x</span>, an address 40. They are looked up whole.
    </p>
  );
}
