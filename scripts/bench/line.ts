import { connect, type Socket } from "node:net";

export type Answer = { status: string; body: string };
type Waiting = { done: (answer: Answer) => void; since: number };

/**
 * One kept-alive connection, one call at a time. Written on the bare socket: node:http would cost the client more than some
 * of the servers spend, on the same cores.
 */
export class Line {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | null = null;
  #waiting: Waiting | null = null;
  #read = "";

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#host = hostname;
    this.#port = Number(port);
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
      this.#socket = socket;
      socket.setEncoding("latin1");
      socket.once("connect", () => resolve());
      socket.on("data", (text) => this.#take(String(text)));
      socket.on("error", reject);
      socket.on("close", () => {
        if (this.#socket === socket) this.#socket = null;
        this.#finish({ status: "cut", body: "" });
      });
    });
  }

  /** Sends a whole request as it stands. Never throws: a broken connection is an answer of its own. */
  async call(request: string): Promise<Answer> {
    try {
      if (!this.#socket) await this.open();
    } catch {
      return { status: "cut", body: "" };
    }
    return new Promise((done) => {
      this.#waiting = { done, since: performance.now() };
      this.#socket?.write(request, "latin1");
    });
  }

  /** Gives a call up that has waited longer than this. */
  dropIfLate(patienceMs: number): void {
    if (!this.#waiting || performance.now() - this.#waiting.since < patienceMs) return;
    this.#finish({ status: "late", body: "" });
    this.close();
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #take(text: string): void {
    this.#read += text;
    const answer = parse(this.#read);
    if (answer) this.#finish(answer);
  }

  #finish(answer: Answer): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#read = "";
    waiting?.done(answer);
  }
}

/** The whole response, or null while some of it is missing. */
function parse(text: string): Answer | null {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const status = text.slice(9, 12);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end + 2));
  if (length) return text.length - end - 4 >= Number(length[1]) ? { status, body: text.slice(end + 4) } : null;
  if (/\r\ntransfer-encoding: *chunked/i.test(text.slice(0, end + 2)))
    return text.endsWith("\r\n0\r\n\r\n") ? { status, body: text.slice(end + 4) } : null;
  return { status, body: "" };
}
