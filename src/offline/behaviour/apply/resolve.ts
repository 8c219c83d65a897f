import { digest, type ResourceFacts, type Subject } from "../../facts";
import { UNKNOWN, type Block, type Value } from "../../model";
import { absent, fieldsOf, mapElements, type Fields } from "../values";

/** The values with everything known: what the plan left unknown is what the service would have said. */
export function resolve(facts: ResourceFacts, block: Block, subject: Subject): Fields {
  const named = withNames(facts, subject);
  const known = resolveBlock(facts, block, named.values, named, "");
  const read = Object.entries(facts.reads).filter(([name]) => name in known && known[name] === null);
  return { ...known, ...Object.fromEntries(read) };
}

/** The values whose derivation follows others, such as the ARN of the key an alias points to. */
export function withFollowers(facts: ResourceFacts, subject: Subject): Fields {
  const followers = facts.follows.map((name) => [name, facts.derived[name]?.(subject) ?? null] as const);
  return { ...subject.values, ...Object.fromEntries(followers) };
}

function resolveBlock(
  facts: ResourceFacts,
  block: Block,
  values: Fields,
  subject: Subject,
  prefix: string,
): Fields {
  const valueOf = (name: string, otherwise: Value): Value => {
    const value = values[name] ?? null;
    return value === UNKNOWN ? (facts.derived[prefix + name]?.(subject) ?? otherwise) : value;
  };
  const attributes = Object.keys(block.attributes).map((name) => [name, valueOf(name, null)] as const);
  const blocks = Object.entries(block.blocks).map(([name, nested]) => {
    const value = valueOf(name, absent(nested));
    const inner = (element: Fields): Fields =>
      // a derived block may say only what matters: the rest of it is null
      resolveBlock(facts, nested.block, fieldsOf(element), subject, `${prefix}${name}.*.`);
    return [name, mapElements(value, inner)] as const;
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

/** How providers name what no one has named: the prefix and 26 digits that count up. */
function withNames({ forceNew }: ResourceFacts, subject: Subject): Subject {
  const names = ["name", "bucket"].filter(
    (name) => subject.values[name] === UNKNOWN && forceNew.includes(name),
  );
  const made = names.map((name) => {
    const prefix = subject.values[`${name}_prefix`];
    const digits = BigInt(`0x${digest(subject.context.seed, subject.token, name)}`)
      .toString()
      .slice(0, 26);
    return [name, `${typeof prefix === "string" ? prefix : "terraform-"}${digits}`] as const;
  });
  return { ...subject, values: { ...subject.values, ...Object.fromEntries(made) } };
}
