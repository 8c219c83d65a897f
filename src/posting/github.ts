import { Api, type ApiOptions } from "./api";
import type { CommentHost, HostComment } from "./comment-host";
import { numberAt, part, textAt, textOrNone } from "./fields";
import { PostingError } from "./posting-error";

/** GitHub's own API; an enterprise server has another. */
export const GITHUB_API = "https://api.github.com";

/** The account behind the token that a workflow is given. */
export const ACTIONS_ACCOUNT = "github-actions[bot]";

/** One repository. */
export interface GitHubOptions extends ApiOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** Login that the token posts as. @default - asked for with `GET /user`, which a workflow's own token may not */
  readonly account?: string;
}

/** One pull request of GitHub, over the REST API. */
export class GitHubPullRequest implements CommentHost {
  private readonly api: Api;
  private readonly repository: string;

  /** @throws PostingError for a repository that is not `owner/name`, and as {@link Api} */
  constructor(
    private readonly number: number,
    private readonly options: GitHubOptions,
  ) {
    this.api = githubApi(options);
    this.repository = `/repos/${repositoryOf(options.repository)}`;
  }

  readonly account = async (): Promise<string> => {
    if (this.options.account !== undefined) return this.options.account;
    try {
      return textAt(await this.api.get("/user"), "login");
    } catch (error) {
      if (!(error instanceof PostingError) || error.problem !== "denied") throw error;
      const hint = `a workflow's own token has no user; say who posts with --account '${ACTIONS_ACCOUNT}'`;
      throw new PostingError("denied", `${error.message}; ${hint}`);
    }
  };

  readonly head = async (): Promise<string> =>
    textAt(await this.api.get(`${this.repository}/pulls/${this.number}`), "head", "sha");

  readonly comments = async (): Promise<HostComment[]> => {
    const found = await this.api.list(`${this.repository}/issues/${this.number}/comments?per_page=100`);
    return found.map((comment) => ({
      id: numberAt(comment, "id"),
      // Who has left GitHub is null.
      author: textOrNone(comment, "user", "login"),
      body: textOrNone(comment, "body"),
    }));
  };

  readonly create = (body: string): Promise<void> =>
    this.api.send("POST", `${this.repository}/issues/${this.number}/comments`, { body });

  readonly update = (id: number, body: string): Promise<void> =>
    this.api.send("PATCH", `${this.repository}/issues/comments/${id}`, { body });

  readonly remove = (id: number): Promise<void> =>
    this.api.send("DELETE", `${this.repository}/issues/comments/${id}`);
}

/**
 * The number of the one open pull request with this commit at its head. All are looked through: the list of pull requests
 * of a commit does not know those of forks.
 *
 * @throws PostingError when there is none, or several
 */
export async function pullRequestOf(head: string, options: GitHubOptions): Promise<number> {
  const path = `/repos/${repositoryOf(options.repository)}/pulls?state=open&per_page=100`;
  const open = await githubApi(options).list(path);
  const numbers = open
    .filter((pull) => part(pull, "head", "sha") === head)
    .map((pull) => numberAt(pull, "number"));
  const [number, ...others] = numbers;
  if (number === undefined) {
    throw new PostingError(
      "missing",
      `no open pull request of ${options.repository} has ${head} at its head`,
    );
  }
  if (others.length === 0) return number;
  const list = numbers.map((each) => `#${each}`).join(", ");
  throw new PostingError("input", `${list} all have ${head} at their heads; say which with --pull-request`);
}

function githubApi(options: ApiOptions): Api {
  return new Api(options, (token) => ({
    authorization: `Bearer ${token}`,
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
  }));
}

function repositoryOf(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]*\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/.test(text)) return text;
  throw new PostingError("input", `a repository is owner/name, got '${text}'`);
}
