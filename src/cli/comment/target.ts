import {
  GITHUB_API,
  GitHubPullRequest,
  GITLAB_API,
  GitLabMergeRequest,
  pullRequestOf,
  type CommentHost,
} from "../../posting";
import type { Io } from "../io";
import type { CommentOptions } from "./options";

/** A pull request, and what to call it. */
export interface Target {
  readonly host: CommentHost;
  /** `shop/data-mesh#12`. */
  readonly name: string;
  /** The commit that the run is for, where the host's CI says it. */
  readonly head?: string;
}

/**
 * The pull request that is meant, by the options and by what the host's CI sets.
 *
 * @throws Error when something is neither given nor set
 */
export function targetOf(env: Io["env"], options: CommentOptions): Promise<Target> {
  const host = options.host ?? (set(env, "GITLAB_CI") === undefined ? "github" : "gitlab");
  return host === "github" ? gitHub(env, options) : Promise.resolve(gitLab(env, options));
}

async function gitHub(env: Io["env"], options: CommentOptions): Promise<Target> {
  const { head, account } = options;
  const access = {
    token: need(set(env, "GITHUB_TOKEN") ?? set(env, "GH_TOKEN"), "a token in GITHUB_TOKEN"),
    baseUrl: options.api ?? set(env, "GITHUB_API_URL") ?? GITHUB_API,
    repository: need(options.repository ?? set(env, "GITHUB_REPOSITORY"), "--repository owner/name"),
    ...(account === undefined ? {} : { account }),
  };
  const number =
    options.pullRequest ??
    (await pullRequestOf(need(head, "--pull-request, or --head to find it by"), access));
  return {
    host: new GitHubPullRequest(number, access),
    name: `${access.repository}#${number}`,
    ...(head === undefined ? {} : { head }),
  };
}

function gitLab(env: Io["env"], options: CommentOptions): Target {
  const { account } = options;
  const project = need(options.repository ?? set(env, "CI_PROJECT_ID"), "--repository with GitLab's project");
  const number = Number(
    need(
      options.pullRequest ?? set(env, "CI_MERGE_REQUEST_IID"),
      "--pull-request with the merge request's number",
    ),
  );
  // A pipeline of the merged result runs at a commit that is nobody's head.
  const head = options.head ?? set(env, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? set(env, "CI_COMMIT_SHA");
  const host = new GitLabMergeRequest(number, {
    project,
    token: need(set(env, "GITLAB_TOKEN"), "a token in GITLAB_TOKEN"),
    baseUrl: options.api ?? set(env, "CI_API_V4_URL") ?? GITLAB_API,
    ...(account === undefined ? {} : { account }),
  });
  return { host, name: `${project}!${number}`, ...(head === undefined ? {} : { head }) };
}

/** A variable that is not empty: CI sets those that it has nothing for. */
function set(env: Io["env"], name: string): string | undefined {
  const value = env[name];
  return value === "" ? undefined : value;
}

function need<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new Error(`posting needs ${what}`);
}
