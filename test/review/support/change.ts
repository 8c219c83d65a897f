import type { Action, ResourceChange, Value } from "../../../src/review/model";

/** What a test says of a change; the rest follows from it. */
export type ChangeLike = Partial<ResourceChange> & { readonly type: string };

/**
 * A change of one resource: created without a `before`, deleted without an `after`, replaced with `replacePaths`,
 * updated otherwise, unless it says its action.
 */
export function change({ type, ...said }: ChangeLike): ResourceChange {
  const { before = null, after = null, replacePaths = [] } = said;
  const { action = actionOf(before, after, replacePaths.length > 0), name = "it" } = said;
  return {
    ...{
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider: PROVIDERS[type.split("_")[0] ?? ""],
    },
    ...{ actions: ACTIONS[action], onlySensitivity: false },
    ...said,
    ...{ before, after, replacePaths, action },
  } as ResourceChange;
}

const PROVIDERS: Readonly<Record<string, string>> = {
  aws: "hashicorp/aws",
  kafka: "mongey/kafka",
  postgresql: "cyrilgdn/postgresql",
  terraform: "terraform.io/builtin",
};

const ACTIONS: Readonly<Record<Action, readonly string[]>> = {
  "no-op": ["no-op"],
  create: ["create"],
  read: ["read"],
  update: ["update"],
  replace: ["delete", "create"],
  delete: ["delete"],
  forget: ["forget"],
  "create-forget": ["create", "forget"],
  other: ["other"],
};

function actionOf(before: Value, after: Value, forced: boolean): Action {
  if (before === null) return "create";
  if (after === null) return "delete";
  return forced ? "replace" : "update";
}
