/** An answer as somebody else gave it: any kind of content, with a status of its own. Its tool vouches for it. */
export class RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;

  constructor(status: number, contentType: string, body: Uint8Array) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }
}
