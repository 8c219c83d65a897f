import { isSecureBase, tokenOf } from "./credentials";
import { nextPage } from "./next-page";
import { PostingError } from "./posting-error";
import { documentOf, textOf } from "./read-answer";
import { refusal } from "./refusal";
import { pauseOf } from "./pause";

/** How long one request may take. */
export const REQUEST_SECONDS = 30;
/** How long to wait for rate limits and a host that is down, all in all. */
export const WAIT_SECONDS = 120;
/** How often a request that failed is tried again. */
export const RETRIES = 4;
/** Most pages of 100 that are read of one list. */
export const MAX_PAGES = 100;

/** What a run of the API sees of the world; a test hands in its own. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How an API is reached. */
export interface ApiOptions {
  /** `https://api.github.com`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly timing?: Timing;
  /** @default WAIT_SECONDS */
  readonly waitSeconds?: number;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

const CLOCK: Timing = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/** Requests to one API with one token: waits for rate limits up to a bound, tries again what is safe to. */
export class Api {
  private readonly base: string;
  private readonly token: string;
  private readonly timing: Timing;
  private patience: number;

  /** @throws PostingError for a base URL without TLS, or a token that cannot be one */
  constructor(
    options: ApiOptions,
    private readonly headers: (token: string) => Readonly<Record<string, string>>,
  ) {
    if (!isSecureBase(options.baseUrl)) {
      throw new PostingError(
        "input",
        "the API's URL has to start with https:// and hold no password: the token goes there",
      );
    }
    this.base = options.baseUrl.replace(/\/+$/, "");
    this.token = tokenOf(options.token);
    this.timing = options.timing ?? CLOCK;
    this.patience = (options.waitSeconds ?? WAIT_SECONDS) * 1000;
  }

  /** One document. */
  async get(path: string): Promise<unknown> {
    return documentOf(await this.request("GET", `${this.base}${path}`));
  }

  /** All elements of a list, over its pages. */
  async list(path: string): Promise<unknown[]> {
    let found: unknown[] = [];
    let url: string | undefined = `${this.base}${path}`;
    for (let page = 0; url !== undefined; page++) {
      if (page === MAX_PAGES) throw new PostingError("refused", `${path} has more than ${MAX_PAGES} pages`);
      const response = await this.request("GET", url);
      const elements = await documentOf(response);
      if (!Array.isArray(elements)) throw new PostingError("server", `${path} is no list`);
      found = found.concat(elements);
      url = nextPage(response.headers.get("link"), this.base);
    }
    return found;
  }

  /** A change. A `POST` is not tried again when it is not known whether it arrived: the caller has to look. */
  async send(method: Exclude<Method, "GET">, path: string, body?: object): Promise<void> {
    await this.request(method, `${this.base}${path}`, body);
  }

  /** Waits a while, out of the time that there is for waiting. */
  async pause(milliseconds: number): Promise<boolean> {
    if (milliseconds > this.patience) return false;
    this.patience -= milliseconds;
    await this.timing.sleep(milliseconds);
    return true;
  }

  private async request(method: Method, url: string, body?: object): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.once(method, url, body);
      if (!(answer instanceof PostingError) && answer.ok) return answer;

      const pause = pauseOf(answer, { attempt, now: this.timing.now(), repeatable: method !== "POST" });
      if (pause === undefined || attempt === RETRIES || !(await this.pause(pause))) {
        throw answer instanceof PostingError ? answer : await this.refused(answer, method, url, pause);
      }
      if (!(answer instanceof PostingError)) await answer.body?.cancel();
    }
  }

  private async once(method: Method, url: string, body?: object): Promise<Response | PostingError> {
    try {
      return await fetch(url, {
        method,
        // Elsewhere could be anybody: a token in a header of its own would follow.
        redirect: "manual",
        headers: {
          ...this.headers(this.token),
          "user-agent": "meshwright",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(REQUEST_SECONDS * 1000),
      });
    } catch (error) {
      return new PostingError("network", `${this.said(method, url)} did not get through: ${reasonOf(error)}`);
    }
  }

  private async refused(
    response: Response,
    method: Method,
    url: string,
    pause?: number,
  ): Promise<PostingError> {
    const text = await textOf(response).catch(() => "");
    const { problem, message } = refusal(response.status, text, pause);
    return new PostingError(
      problem,
      `${this.said(method, url)}: ${message}`.replaceAll(this.token, "(the token)"),
    );
  }

  private said(method: Method, url: string): string {
    return `${method} ${url.split("?", 1)[0] ?? ""}`;
  }
}

/** The code of a network error, such as `ECONNREFUSED`: its message may hold what was sent. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === "TimeoutError") return `no answer in ${REQUEST_SECONDS} seconds`;
  return typeof cause?.code === "string" ? cause.code : "the connection failed";
}
