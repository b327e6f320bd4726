/** A browser as a server sees one: it keeps cookies, sends them back and follows nothing. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly site: string,
    /** What a proxy in front says of it. */
    private readonly address = "203.0.113.1",
  ) {}

  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("X-Forwarded-For", this.address);
    if (this.cookies.size > 0) {
      headers.set("Cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(this.site + path, { redirect: "manual", ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    return response;
  }

  /** Posts to next-auth as the sign-in page does. */
  async postAuth(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = (await (await this.ask("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, json: "true", ...fields });
    return this.ask(`/api/auth/${path}`, { method: "POST", body });
  }

  signIn(email: string, password: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.postAuth("callback/credentials", { email, password, ...fields });
  }

  /** Another browser with the same cookies. */
  copy(): Visitor {
    const other = new Visitor(this.site, this.address);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const gone = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
    if (gone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
