import type { EnvironmentManifest } from "../../manifest";
import type { MeshIndex } from "../../mesh";
import type { Finding } from "../../finding";
import type { Plan } from "./plan";
import type { Text } from "./text";

/** A mesh in one environment, as it is on one side of a change. */
export interface MeshSide {
  readonly index: MeshIndex;
  readonly environment: EnvironmentManifest;
}

/** One stack, with what is known of its change. */
export interface StackInput {
  readonly stack: string;
  readonly domain?: string;
  /** `proven`: equal bytes on both sides, not planned; `missing`: they differ, and there is no plan all the same. */
  readonly outcome: "planned" | "proven" | "failed" | "missing";
  /** Set when planned; may be there when it failed half-way. */
  readonly plan?: Plan;
  /** Why it failed; secrets are taken out. */
  readonly error?: string;
  /** Address to construct path, of both sides. */
  readonly constructs: ReadonlyMap<string, string>;
  /** Addresses that Terraform would refuse to destroy. */
  readonly prevented: ReadonlySet<string>;
  /** Addresses that Terraform would have refused to destroy, that stay, and that it would destroy now. @default none */
  readonly unprotected?: ReadonlySet<string>;
  /** True when the mesh as it would be has no such stack. @default false */
  readonly gone?: boolean;
}

/** Something that was not compared, and without which nobody can say that a change is safe. */
export interface Gap {
  /** What is not known, and why: a sentence. */
  readonly sentence: Text;
  /** True when it does not matter as long as no stack changes. @default false */
  readonly ofChanges?: boolean;
}

/** Everything a review is made from. */
export interface ReviewInput {
  readonly id: string;
  readonly environment: string;
  readonly head?: string;
  readonly base?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** In deployment order. */
  readonly stacks: readonly StackInput[];
  readonly headMesh?: MeshSide;
  readonly baseMesh?: MeshSide;
  readonly findings: readonly Finding[];
  /** Hashes that labels of the pull request accept: `loss:` or `breaks:` and digits. */
  readonly accepted: readonly string[];
  /** What no review of this kind can know. */
  readonly limits: readonly Text[];
  /** What this one does not know. @default none */
  readonly gaps?: readonly Gap[];
  /** True when changes are reviewed too that are in no commit. @default false */
  readonly uncommitted?: boolean;
  readonly command?: string;
  /** Told if a text holds a secret literal of one of the plans. */
  readonly holdsSecret: (text: string) => boolean;
}
