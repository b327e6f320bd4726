import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How a request was answered. */
export type Way = "hit" | "miss" | "stale" | "uncached" | "fault" | "passed" | "refused";

export type Gauges = {
  pages: () => number;
  bytes: () => number;
  hears: () => boolean;
  replica?: { readonly isCurrent: boolean; readonly made: { there: number; passedOn: number } } | null;
};

const PATH = "/api/metrics";

/** What Prometheus asks for, in its text format, for whoever has the token. Without a token nobody is told. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly counts = new Map<Way, number>();
  private readonly seconds: Histogram<"way">;
  private readonly expected: Buffer | null;

  constructor(token: string | undefined, gauges: Gauges) {
    this.expected = token === undefined ? null : Buffer.from(`Bearer ${token}`);
    const registers = [this.registry];
    const counts = this.counts;
    collectDefaultMetrics({ register: this.registry });
    new Counter({
      name: "nicepick_requests_total",
      help: "Requests by how they were answered.",
      labelNames: ["way"],
      registers,
      collect() {
        this.reset();
        for (const [way, count] of counts) this.inc({ way }, count);
      },
    });
    // Hits take a fraction of a millisecond, and are too many to be measured one by one.
    this.seconds = new Histogram({
      name: "nicepick_request_seconds",
      help: "How long requests took that were no hits.",
      labelNames: ["way"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    gauge("nicepick_kept_pages", "Pages in memory.", gauges.pages);
    gauge("nicepick_kept_bytes", "What they take.", gauges.bytes);
    gauge("nicepick_hears_expiries", "1 while publications are heard of as they happen.", () =>
      Number(gauges.hears()),
    );
    const { replica } = gauges;
    if (!replica) return;
    gauge("nicepick_replica_current", "1 while readers' pages may be made of the replica.", () =>
      Number(replica.isCurrent),
    );
    new Counter({
      name: "nicepick_replica_pages_total",
      help: "Pages that were to be made of the replica; and of which the primary made the rest, since that failed.",
      labelNames: ["by"],
      registers,
      collect() {
        this.reset();
        this.inc({ by: "replica" }, replica.made.there);
        this.inc({ by: "primary" }, replica.made.passedOn);
      },
    });
  }

  /** `begun`: by `performance.now()`, where the time it took is to be kept. */
  count(way: Way, begun?: number): void {
    this.counts.set(way, (this.counts.get(way) ?? 0) + 1);
    if (begun !== undefined) this.seconds.observe({ way }, (performance.now() - begun) / 1_000);
  }

  isAsked({ url }: IncomingMessage): boolean {
    return this.expected !== null && url?.split("?", 1)[0] === PATH;
  }

  async answer(request: IncomingMessage, response: ServerResponse, base: readonly string[]): Promise<void> {
    if (!this.isAllowed(request.headers.authorization)) {
      response.writeHead(401, [...base, "WWW-Authenticate", "Bearer", "Cache-Control", "no-store"]);
      return void response.end();
    }
    const body = await this.registry.metrics();
    const head = ["Content-Type", this.registry.contentType, "Cache-Control", "no-store"];
    response.writeHead(200, [...base, ...head]);
    response.end(request.method === "HEAD" ? undefined : body);
  }

  private isAllowed(given: string | undefined): boolean {
    const sent = Buffer.from(given ?? "");
    return this.expected?.length === sent.length && timingSafeEqual(sent, this.expected);
  }
}
