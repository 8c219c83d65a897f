import type {
  ApplyResult,
  Block,
  Diagnostic,
  PlanResult,
  ProviderBehaviour,
  ProviderSchema,
  Value,
} from "../../../src/offline/model";
import { UNKNOWN } from "../../../src/offline/model";

type Attributes = Record<string, Value>;

/**
 * The least a provider can be: what is planned is what is proposed, computed values are unknown until apply and
 * then made up, a changed `name` replaces. It remembers what it made, by type and id.
 */
export class EchoProvider implements ProviderBehaviour {
  readonly made = new Map<string, Attributes>();
  readonly calls: string[] = [];

  constructor(readonly schema: ProviderSchema) {}

  validateProvider(): readonly Diagnostic[] {
    return [];
  }

  configure(config: Value) {
    this.calls.push(`configure ${JSON.stringify(config)}`);
    return [];
  }

  validateResource(): readonly Diagnostic[] {
    return [];
  }

  plan(type: string, prior: Value, proposed: Value): PlanResult {
    const before = prior as Attributes | null;
    const after = proposed as Attributes;
    const replaced = before !== null && "name" in after && before.name !== after.name;
    const planned =
      before === null || replaced ? withComputed(this.block(type), after, () => UNKNOWN) : after;
    return { planned, requiresReplace: replaced ? [["name"]] : [], diagnostics: [] };
  }

  apply(type: string, prior: Value, planned: Value): Promise<ApplyResult> {
    if (planned === null) {
      this.made.delete(key(type, (prior as Attributes).id));
      return Promise.resolve({ state: null, diagnostics: [] });
    }
    const state = withComputed(
      this.block(type),
      planned as Attributes,
      (name) => `${type}-${name}-${this.made.size}`,
    );
    this.made.set(key(type, state.id), state);
    return Promise.resolve({ state, diagnostics: [] });
  }

  read(type: string, current: Value) {
    const state = this.made.get(key(type, (current as Attributes).id)) ?? null;
    return Promise.resolve({ state, diagnostics: [] });
  }

  importState(type: string, id: string) {
    return Promise.resolve({ state: this.made.get(key(type, id)) ?? null, diagnostics: [] });
  }

  openEphemeral(_type: string, config: Value) {
    return Promise.resolve({ result: { ...(config as Attributes), secret_string: "hush" }, diagnostics: [] });
  }

  private block(type: string): Block {
    const block = this.schema.resources.get(type);
    if (block === undefined) throw new Error(`no ${type}`);
    return block;
  }
}

const key = (type: string, id: Value) => `${type} ${String(id)}`;

/** Computed strings that have no value get one; other types stay null, as a provider may leave them. */
function withComputed(block: Block, values: Attributes, make: (name: string) => Value): Attributes {
  const isOpen = (name: string) =>
    values[name] === null || values[name] === undefined || values[name] === UNKNOWN;
  const open = Object.entries(block.attributes).filter(
    ([name, { computed, type }]) => computed && type === "string" && isOpen(name),
  );
  return { ...values, ...Object.fromEntries(open.map(([name]) => [name, make(name)])) };
}
