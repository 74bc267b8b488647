/** What this tab hears of the seller's own changes: one connection, whoever listens, while the tab can be seen. */
type Listener = { changed: () => void; connected: (open: boolean) => void };

const listeners = new Set<Listener>();
let source: EventSource | null = null;
let open = false;
/** What happened while nobody listened is asked for. */
let missed = false;

function setOpen(next: boolean) {
  open = next;
  for (const { connected } of listeners) connected(open);
}

function connect() {
  if (source || document.visibilityState !== "visible") return;
  source = new EventSource("/api/seller/stream");
  const tell = () => {
    for (const { changed } of listeners) changed();
  };
  source.onopen = () => {
    setOpen(true);
    if (missed) tell();
    missed = false;
  };
  // The browser tries again by itself, unless it was turned away.
  source.onerror = () => {
    missed = true;
    setOpen(false);
  };
  source.addEventListener("changed", tell);
}

function leave() {
  source?.close();
  source = null;
  setOpen(false);
}

const onVisibility = () => (document.visibilityState === "visible" ? connect() : leave());

/** Listens until the function that it gives is called. */
export function joinSellerStream(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) document.addEventListener("visibilitychange", onVisibility);
  connect();
  listener.connected(open);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", onVisibility);
    leave();
  };
}
