import { GitHubPullRequest, GitLabMergeRequest, type CommentHost, type Timing } from "../../../src/posting";
import { StandIn } from "./stand-in";

export const TOKEN = "ghs_0123456789abcdef";
export const HEAD = "a".repeat(40);
export const OLDER = "b".repeat(40);

/** A clock that only sleeping moves. */
export class FakeTiming implements Timing {
  readonly slept: number[] = [];
  private at = Date.UTC(2026, 5, 15);
  readonly now = (): number => this.at;
  readonly sleep = (milliseconds: number): Promise<void> => {
    this.slept.push(milliseconds);
    this.at += milliseconds;
    return Promise.resolve();
  };
}

/** A stand-in for each test of a file. */
export function standIn(): () => StandIn {
  let current = new StandIn();
  beforeEach(async () => {
    current = new StandIn();
    await current.start();
  });
  afterEach(() => current.stop());
  return () => current;
}

export function gitHub(api: StandIn, timing = new FakeTiming(), account?: string): CommentHost {
  const repository = "shop/data-mesh";
  return new GitHubPullRequest(12, { baseUrl: api.url, token: TOKEN, repository, timing, account });
}

export function gitLab(api: StandIn, timing = new FakeTiming()): CommentHost {
  return new GitLabMergeRequest(12, {
    baseUrl: `${api.url}/api/v4`,
    token: TOKEN,
    project: "shop/data-mesh",
    timing,
  });
}

/** A comment as it is rendered. */
export function comment(text: string, sha = HEAD, id = "shop/prod"): string {
  return `<!-- meshwright:review id=${id} v1 head=${sha} digest=0123 -->\n${text}\n`;
}
