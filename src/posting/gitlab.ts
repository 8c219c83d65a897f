import { Api, type ApiOptions } from "./api";
import type { CommentHost, HostComment } from "./comment-host";
import { numberAt, part, textAt, textOrNone } from "./fields";

/** GitLab's own API; a server of one's own has another. */
export const GITLAB_API = "https://gitlab.com/api/v4";

/** One project. */
export interface GitLabOptions extends ApiOptions {
  /** Number, or path such as `shop/data-mesh`. */
  readonly project: string;
  /** Username that the token posts as. @default - asked for with `GET /user` */
  readonly account?: string;
}

/** One merge request of GitLab, over the notes API. The token is one that may use the API: a job's own may not. */
export class GitLabMergeRequest implements CommentHost {
  private readonly api: Api;
  private readonly path: string;

  /** @throws PostingError as {@link Api} */
  constructor(
    number: number,
    private readonly options: GitLabOptions,
  ) {
    this.api = new Api(options, (token) => ({ "private-token": token, accept: "application/json" }));
    this.path = `/projects/${encodeURIComponent(options.project)}/merge_requests/${number}`;
  }

  readonly account = async (): Promise<string> =>
    this.options.account ?? textAt(await this.api.get("/user"), "username");

  readonly head = async (): Promise<string> => textAt(await this.api.get(this.path), "sha");

  readonly comments = async (): Promise<HostComment[]> => {
    const found = await this.api.list(`${this.path}/notes?per_page=100&sort=asc&order_by=created_at`);
    return found
      .filter((note) => part(note, "system") !== true)
      .map((note) => ({
        id: numberAt(note, "id"),
        author: textOrNone(note, "author", "username"),
        body: textOrNone(note, "body"),
      }));
  };

  readonly create = (body: string): Promise<void> => this.api.send("POST", `${this.path}/notes`, { body });

  readonly update = (id: number, body: string): Promise<void> =>
    this.api.send("PUT", `${this.path}/notes/${id}`, { body });

  readonly remove = (id: number): Promise<void> => this.api.send("DELETE", `${this.path}/notes/${id}`);
}
