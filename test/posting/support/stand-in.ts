import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the stand-in saw it. */
export interface Seen {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What it answers instead of what it would. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is cut, after the request was carried out or before. */
  readonly cut?: "before" | "after";
}

export interface StandInComment {
  readonly id: number;
  readonly author: string;
  body: string;
  readonly system?: boolean;
}

/** A local stand-in of the APIs that comments are posted over: pages of two, and answers that a test puts in the way. */
export class StandIn {
  readonly comments: StandInComment[] = [];
  readonly seen: Seen[] = [];
  readonly pulls: { readonly number: number; readonly head: { readonly sha: string } }[] = [];
  account: { readonly status: number; readonly login: string } = { status: 200, login: "mesh-bot" };
  head = "a".repeat(40);
  private readonly instead: { readonly match: RegExp; readonly answer: Answer }[] = [];
  private server?: Server;
  url = "";

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((done) => this.server?.listen(0, "127.0.0.1", done));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => this.server?.close(done));
  }

  /** Answers the next request of this kind otherwise, such as `/^POST/`. */
  next(match: RegExp, answer: Answer): void {
    this.instead.push({ match, answer });
  }

  /** What was done besides reading. */
  get writes(): string[] {
    return this.seen.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = request;
    const body = Buffer.concat(chunks).toString();
    this.seen.push({ method, path, headers, body });

    const at = this.instead.findIndex(({ match }) => match.test(`${method} ${path}`));
    const answer = at < 0 ? undefined : this.instead.splice(at, 1)[0]?.answer;
    if (answer?.cut === "before") return void response.destroy();
    const usual = answer === undefined || answer.cut === "after" ? this.answer(method, path, body) : answer;
    if (answer?.cut === "after") return void response.destroy();
    response.writeHead(usual.status, { "content-type": "application/json", ...usual.headers });
    response.end(usual.status === 204 ? undefined : JSON.stringify(usual.body ?? {}));
  }

  private answer(method: string, path: string, body: string): Answer {
    const { pathname, searchParams } = new URL(path, this.url);
    const sent = JSON.parse(body === "" ? "{}" : body) as { body?: string };
    const [, id] = /\/(?:comments|notes)\/(\d+)$/.exec(pathname) ?? [];
    const at = this.comments.findIndex((comment) => String(comment.id) === id);
    const found = this.comments[at];
    if (method === "GET" && pathname.endsWith("/user")) {
      const { status, login } = this.account;
      if (status !== 200) return { status, body: { message: "Resource not accessible by integration" } };
      return { status, body: { login, username: login } };
    }
    if (method === "GET" && /\/(comments|notes)$/.test(pathname)) {
      return this.page(path, searchParams, this.comments.map(shown));
    }
    if (method === "GET" && pathname.endsWith("/pulls")) return this.page(path, searchParams, this.pulls);
    if (method === "GET" && /\/(pulls|merge_requests)\/12$/.test(pathname)) {
      return { status: 200, body: { head: { sha: this.head }, sha: this.head } };
    }
    if (method === "POST" && /\/12\/(comments|notes)$/.test(pathname)) {
      this.comments.push({
        id: this.comments.length + 100,
        author: this.account.login,
        body: sent.body ?? "",
      });
      return { status: 201 };
    }
    if ((method === "PATCH" || method === "PUT") && found !== undefined) {
      found.body = sent.body ?? "";
      return { status: 200 };
    }
    if (method === "DELETE" && found !== undefined) {
      this.comments.splice(at, 1);
      return { status: 204 };
    }
    return { status: 404, body: { message: "Not Found" } };
  }

  private page(path: string, query: URLSearchParams, all: readonly unknown[]): Answer {
    const page = Number(query.get("page") ?? "1");
    const next = new URL(path, this.url);
    next.searchParams.set("page", String(page + 1));
    const more = page * 2 < all.length;
    return {
      status: 200,
      body: all.slice((page - 1) * 2, page * 2),
      ...(more ? { headers: { link: `<${this.url}/first>; rel="first", <${next.href}>; rel="next"` } } : {}),
    };
  }
}

const shown = ({ id, author, body, system }: StandInComment): object => ({
  ...{ id, body, system },
  user: { login: author },
  author: { username: author },
});
