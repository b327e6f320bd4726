import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";

/** In which form a body is sent: RFC 9110, 8.4.1. */
export type Encoding = "br" | "gzip" | "identity";

/**
 * A page as it is sent, the same each time; `start` is its head as it goes over the wire, open for more lines. What is
 * short and goes alone is written sooner as a text.
 */
export type Sent = { status: number; head: readonly string[] } & (
  | { start: Buffer; body: Buffer }
  | { start: string; body: null }
);

/** What goes out with every sending of a page. */
export type PageHead = { status: number; headers: [name: string, value: string][] };

const COMPRESSIBLE =
  /^(?:text\/|image\/svg\+xml|application\/(?:json|javascript|xml|[a-z.-]+\+(?:json|xml)|manifest))/;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** Roughly what the rest of an entry takes, beside its bodies; and a form of it as it was sent, beside its head. */
const ENTRY_BYTES = 3_000;
const SENT_BYTES = 1_500;

/**
 * An answer that can be sent any number of times. Just made, it has its plain body, so that whoever waits for it waits for
 * the one form that they take; `settle` leaves it in the form that most ask for. The others are made when they are asked for.
 */
export class Page {
  /** Sent only where a newer one cannot be made. */
  isOld = false;
  /** Kept for a moment, whatever its status, and by others only as it says itself. */
  isPassing = false;
  /** Called when it takes more room than before, or less. */
  onResized: () => void = () => {};
  /** As it was sent before, by how: see send.ts. */
  private sent: (Sent | undefined)[] = [];
  private readonly making = new Map<Encoding, Promise<Buffer>>();
  private settling: Promise<void> | undefined;

  private constructor(
    readonly status: number,
    readonly headers: readonly [name: string, value: string][],
    /** What it was made of; without any, it is the same for as long as the build is. */
    readonly tags: readonly string[],
    /** Milliseconds since 1970. */
    readonly madeAt: number,
    /** Of its body, in base64url. */
    readonly hash: string,
    /** Whether it has other forms than the plain one. */
    readonly isCompressed: boolean,
    private readonly bodies: Partial<Record<Encoding, Buffer>>,
  ) {}

  /** `body`: as it is before any encoding. */
  static make(head: PageHead, body: Buffer, made: { tags: readonly string[]; madeAt: number }): Page {
    const type = head.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
    const hash = createHash("sha256").update(body).digest("base64url").slice(0, 27);
    const bodies = { identity: ownBuffer(body) };
    return new Page(head.status, head.headers, made.tags, made.madeAt, hash, COMPRESSIBLE.test(type), bodies);
  }

  /** As `store` gave it out. */
  static restore(stored: Awaited<ReturnType<Page["store"]>>): Page {
    const { status, headers, tags, madeAt, hash, isCompressed, body } = stored;
    const bodies = { [isCompressed ? "gzip" : "identity"]: body };
    const page = new Page(status, headers, tags, madeAt, hash, isCompressed, bodies);
    page.settling = Promise.resolve();
    return page;
  }

  /** What there is to keep elsewhere, with the body in its stored form. */
  async store() {
    await this.settle();
    const { status, headers, tags, madeAt, hash, isCompressed } = this;
    const body = await this.makeBody(isCompressed ? "gzip" : "identity");
    return { status, headers: [...headers], tags: [...tags], madeAt, hash, isCompressed, body };
  }

  /** Brings it to the form that it is kept in, once. Where there is no room to compress it, it stays as it is. */
  settle(): Promise<void> {
    this.settling ??= this.isCompressed ? this.shrink().catch(() => {}) : Promise.resolve();
    return this.settling;
  }

  private async shrink(): Promise<void> {
    await this.makeBody("gzip");
    // What was sent meanwhile may hold the plain body, too.
    this.sent = [];
    delete this.bodies.identity;
    this.onResized();
  }

  /** Bytes that it takes in memory. */
  get size(): number {
    let bytes = ENTRY_BYTES;
    for (const body of Object.values(this.bodies)) bytes += body.length;
    for (const sent of this.sent) bytes += sent ? sent.start.length + SENT_BYTES : 0;
    return bytes;
  }

  /** Strong, and another one for each form (RFC 9110, 8.8.3.3). */
  etag(encoding: Encoding): string {
    return encoding === "identity" ? `"${this.hash}"` : `"${this.hash}-${encoding}"`;
  }

  /** As it was sent before in that way, or made now; kept where the page is read often enough. */
  sentAs(way: number, make: () => Sent): Sent {
    const before = this.sent[way];
    if (before) return before;
    const made = make();
    if (this.status === 200 && !this.isPassing) {
      this.sent[way] = made;
      this.onResized();
    }
    return made;
  }

  /** The body in a form, where it is there already. */
  body(encoding: Encoding): Buffer | undefined {
    return this.bodies[encoding];
  }

  /** The body in a form, made once. */
  async makeBody(encoding: Encoding): Promise<Buffer> {
    const known = this.bodies[encoding] ?? this.making.get(encoding);
    if (known) return known;
    const made = this.convert(encoding).then((body) => {
      this.bodies[encoding] = body;
      this.onResized();
      return body;
    });
    this.making.set(encoding, made);
    return made.finally(() => this.making.delete(encoding));
  }

  private async convert(encoding: Encoding): Promise<Buffer> {
    const plain = this.bodies.identity ?? (await promisify(gunzip)(this.bodies.gzip ?? Buffer.alloc(0)));
    if (encoding === "identity") return ownBuffer(plain);
    return ownBuffer(
      encoding === "br" ? await promisify(brotliCompress)(plain, BROTLI) : await promisify(gzip)(plain),
    );
  }
}

/** In memory of just its own length: zlib hands out a few bytes in a block of 16 KB. */
function ownBuffer(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}
