// What a hostile request looks like, as data: what is sent, byte for byte, and what must not come of it.

/** What a shape attacks; figures are given by it. */
export type Sort =
  | "address"
  | "protocol"
  | "framing"
  | "oversize"
  | "slow"
  | "body"
  | "next"
  | "spoofing"
  | "poisoning";

export type HostileShape = {
  name: string;
  sort: Sort;
  /**
   * What is sent in turn: texts, a byte for each character (latin1), and milliseconds of silence. `{host}` stands for
   * the server's host and port, `{page}` for the path of a reader's page.
   */
  pieces: readonly (string | number)[];
  /** It is to be answered with 4xx or hung up on; anything else is only to be survived. */
  refused?: true;
  /** How many answers it may have; more were smuggled. 1 where nothing is said. */
  answers?: number;
  /** What is done once all is sent: no more is sent (FIN), the connection is broken (RST), or nothing is read. */
  after?: "finish" | "reset" | "deaf";
  /** Costly for whoever sends it: to be sent once where others are sent many times. */
  rare?: true;
};

/** Where attackers want to lead readers. */
export const ELSEWHERE = "evil.example";

/** What must be in no header of an answer. */
export const INJECTED = "X-Injected";

type Options = Omit<HostileShape, "name" | "sort" | "pieces">;

/** One shape for each entry: its name, what makes its pieces, and what else is said of it. */
export function shapesOf<T>(
  sort: Sort,
  entries: Record<string, T>,
  write: (entry: T) => HostileShape["pieces"],
  options: Options = {},
): HostileShape[] {
  return Object.entries(entries).map(([name, entry]) => ({ name, sort, pieces: write(entry), ...options }));
}

export function get(target: string, ...headers: string[]): string {
  return ask("GET", target, ...headers);
}

export function ask(method: string, target: string, ...headers: string[]): string {
  return `${method} ${target} HTTP/1.1\r\n${["Host: {host}", ...headers, "", ""].join("\r\n")}`;
}

/** With the length that the body has. */
export function post(target: string, type: string, body: string, ...headers: string[]): string {
  const length = `Content-Length: ${body.length}`;
  return ask("POST", target, `Content-Type: ${type}`, length, ...headers) + body;
}
