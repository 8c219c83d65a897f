import { addMarks, marksOf, type Configured } from "../review/plan";

/** What stands next to the attributes of a resource, and not among its expressions in a plan. */
const SETTINGS = new Set([
  ...["//", "connection", "count", "depends_on", "dynamic", "for_each"],
  ...["lifecycle", "provider", "provisioner"],
]);

/** Terraform works it out. */
const TEMPLATE = /[$%]\{/;

interface Declared {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Attribute>>>>>>;
}

type Attribute = Parameters<typeof addMarks>[1];

/**
 * Addresses of resources that a plan was made from and that are not in a stack's JSON, or the other way round, or not with
 * the same constants. None when it is the plan of these bytes. What follows from other resources is not compared.
 *
 * @param text JSON of the stack
 */
export function declaredOtherwise(configured: Configured, text: string): string[] {
  const { resource = {} } = JSON.parse(text) as Declared;
  const declared = new Map<string, Readonly<Record<string, Attribute>>>(
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, attributes] as const),
    ),
  );
  const addresses = new Set([...declared.keys(), ...configured.keys()]);
  return [...addresses].filter((address) => {
    const attributes = declared.get(address);
    const constants = configured.get(address);
    return attributes === undefined || constants === undefined || isOther(constants, attributes);
  });
}

function isOther(constants: string, attributes: Readonly<Record<string, Attribute>>): boolean {
  const possible = new Set<string>();
  const certain = new Set<string>();
  for (const [attribute, value] of Object.entries(attributes)) {
    if (SETTINGS.has(attribute)) continue;
    addMarks(attribute, value, possible);
    if (!TEMPLATE.test(JSON.stringify(value))) addMarks(attribute, value, certain);
  }
  const planned = new Set(marksOf(constants));
  return (
    [...planned].some((constant) => !possible.has(constant)) ||
    [...certain].some((constant) => !planned.has(constant))
  );
}
