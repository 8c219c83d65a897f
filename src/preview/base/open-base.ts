import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownVersion } from "../../synth/versions";
import type { Repository } from "../git";
import { lockedConstructs } from "./locked-version";
import { makeWithOwnConstructs } from "./own-constructs";
import { meshPathIn, takeMesh } from "./take-mesh";
import { unreadLock } from "./unread-locks";

/** Which commit is the base of which mesh. */
export interface BaseOptions {
  readonly repository: Repository;
  /** In full. */
  readonly commit: string;
  /** The folder of `mesh.yaml` as it would be. */
  readonly root: string;
  readonly environment: string;
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Output folder of its stacks. @default - they are made from the commit */
  readonly output?: string;
  /** For the base's files; the caller removes it. */
  readonly folder: string;
  /** Called when other constructs have to be installed, with their version. */
  readonly onInstall?: (version: string) => void;
}

/** The base of a review. */
export interface Base {
  /** The folder of its `mesh.yaml`; undefined when there was none. */
  readonly root?: string;
  /** The folder of its stacks, when other constructs made them. */
  readonly output?: string;
  /** The version of these. */
  readonly constructs?: string;
  /** A file that says that other constructs made it, of which nothing more is known. */
  readonly unread?: string;
  /** The version that is locked now, when another one runs: what it makes is not known. */
  readonly notRun?: string;
}

/**
 * Takes the base of a review out of its commit. When its lock file names other constructs than the one beside the mesh
 * as it would be, these make its stacks: so that an upgrade is a change like any other.
 *
 * @throws Error when these cannot be installed or run.
 */
export async function openBase(options: BaseOptions): Promise<Base> {
  const { repository, commit, root, folder } = options;
  const path = await meshPathIn(repository, commit, repository.pathOf(root));
  mkdirSync(folder, { recursive: true });
  const mesh = await takeMesh(repository, commit, path, join(folder, "mesh"));
  if (options.output !== undefined) {
    return { output: options.output, ...(mesh === undefined ? {} : { root: mesh }) };
  }
  if (mesh === undefined) return {};

  const readBefore = (file: string) => repository.file(commit, file);
  const readNow = (file: string) => Promise.resolve(read(join(repository.top, file)));
  const before = await lockedConstructs(path, readBefore);
  if (before === undefined) {
    const unread = await unreadLock(path, readBefore, readNow);
    return { root: mesh, ...(unread === undefined ? {} : { unread }) };
  }
  const now = await lockedConstructs(repository.pathOf(root), readNow);
  if (before.content === now?.content) return { root: mesh };

  const project = join(folder, "project");
  await repository.writeTree(commit, before.folder, project);
  options.onInstall?.(before.version);
  const { environment, today, env } = options;
  const output = await makeWithOwnConstructs({
    ...{
      project,
      root: join(project, path.slice(before.folder.length)),
      version: before.version,
      environment,
      today,
      env,
    },
    output: join(folder, "stacks"),
  });
  const isRun = now === undefined || now.version === ownVersion();
  return { root: mesh, output, constructs: before.version, ...(isRun ? {} : { notRun: now.version }) };
}

const read = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, "utf8") : undefined;
