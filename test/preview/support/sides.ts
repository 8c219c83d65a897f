import { TerraformStack } from "../../../src/cdk";
import { NOTHING, type Side } from "../../../src/preview/side";
import type { StackPlan } from "../../../src/synth";
import { fingerprint } from "../../../src/synth/fingerprint";

/** What is in a stack, by type and name; an error is why it cannot be made. */
export type Content = Readonly<Record<string, Readonly<Record<string, object>>>> | Error;

/** A side whose stacks hold what is given, in that order. */
export function sideOf(stacks: Readonly<Record<string, Content>>): Side {
  const entries = Object.entries(stacks);
  return {
    ...NOTHING,
    stacks: new Map(
      entries.map(([name, content]) => [
        name,
        {
          domain: `domain-of-${name}`,
          fingerprint: fingerprint({ content: content instanceof Error ? content.message : content }, ""),
        },
      ]),
    ),
    plans: (names) => entries.filter(([name]) => names.has(name)).map(planOf),
  };
}

function planOf([name, content]: readonly [string, Content]): StackPlan {
  return {
    ...{ name, input: { content }, after: [] },
    define: (app) => {
      if (content instanceof Error) throw content;
      const stack = new TerraformStack(app, name);
      for (const [type, named] of Object.entries(content)) {
        for (const [id, resource] of Object.entries(named)) {
          stack.addOverride(`resource.${type}.${id}`, withPath(name, id, resource));
        }
      }
      return stack;
    },
  };
}

const withPath = (stack: string, id: string, resource: object): object => ({
  "//": { metadata: { path: `${stack}/${id}` } },
  ...resource,
});
