import {
  bucketName,
  domainPostgresPrefix,
  domainSchemaName,
  domainTopicPrefix,
  NameError,
} from "../../names";
import { siteOf, type Product } from "../../mesh";
import { policyRule, type RuleContext, type RuleProblem } from "../policy-rule";
import { builtProducts, describeProduct } from "../subjects";

/** A physical name that a contract holds. */
interface Mention {
  readonly kind: "topic" | "schema" | "bucket";
  readonly name: string;
  readonly path: readonly (string | number)[];
}

/** Which domain the physical names that contracts hold belong to. */
interface Owners {
  readonly byTopicPrefix: ReadonlyMap<string, string>;
  readonly byPostgresName: ReadonlyMap<string, string>;
  readonly byBucket: ReadonlyMap<string, string>;
}

/** A contract describes the product's own data: it never names a topic, schema or bucket of another domain. */
export const foreignResourceRule = policyRule({
  code: "ForeignResource",
  severity: "error",
  description: "A contract names no topic, schema or bucket of another domain.",
  *find(context) {
    const owners = ownersOf(context);
    for (const product of builtProducts(context.mesh)) yield* ofProduct(owners, product);
  },
});

function* ofProduct(owners: Owners, product: Product): Generator<RuleProblem> {
  for (const { kind, name, path } of mentionsOf(product)) {
    const owner = ownerOf(owners, kind, name);
    if (owner === undefined || owner === product.domain) continue;
    yield {
      message: `the contract of ${describeProduct(product)} names the ${kind} '${name}', which is '${owner}'s`,
      value: name,
      rule: "a product writes below the names of its own domain",
      fix: "remove it: physical names follow from domain, product and version",
      at: { file: product.contractFile, path },
    };
  }
}

function* mentionsOf({ contract }: Product): Generator<Mention> {
  for (const [index, { physicalName, physicalType }] of (contract?.objects ?? []).entries()) {
    if (physicalName === undefined) continue;
    const path = ["schema", index, "physicalName"];
    if (physicalType === "topic") yield { kind: "topic", name: physicalName, path };
    const schema = /^([^.]+)\.[^.]+$/.exec(physicalName)?.[1];
    if (physicalType === "table" && schema !== undefined) yield { kind: "schema", name: schema, path };
  }
  for (const { index, location, schema } of contract?.servers ?? []) {
    const bucket = /^s3:\/\/([^/]+)/.exec(location ?? "")?.[1];
    if (bucket !== undefined) yield { kind: "bucket", name: bucket, path: ["servers", index, "location"] };
    if (schema !== undefined) yield { kind: "schema", name: schema, path: ["servers", index, "schema"] };
  }
}

function ownerOf({ byTopicPrefix, byPostgresName, byBucket }: Owners, kind: Mention["kind"], name: string) {
  if (kind === "bucket") return byBucket.get(name);
  if (kind === "topic") return byTopicPrefix.get(name.slice(0, name.indexOf(".") + 1));
  return byPostgresName.get(name) ?? byPostgresName.get(name.slice(0, name.indexOf("__") + "__".length));
}

function ownersOf({ mesh }: RuleContext): Owners {
  const byTopicPrefix = new Map<string, string>();
  const byPostgresName = new Map<string, string>();
  const byBucket = new Map<string, string>();
  const note = (names: Map<string, string>, domain: string, name: () => string): void => {
    try {
      names.set(name(), domain);
    } catch (error) {
      if (!(error instanceof NameError)) throw error; // NameInvalid reports it.
    }
  };
  for (const domain of mesh.domains.keys()) {
    note(byTopicPrefix, domain, () => domainTopicPrefix(domain));
    note(byPostgresName, domain, () => domainSchemaName(domain));
    note(byPostgresName, domain, () => domainPostgresPrefix(domain));
    for (const environment of mesh.environments) {
      note(byBucket, domain, () => bucketName(siteOf(mesh, environment, domain), domain));
    }
  }
  return { byTopicPrefix, byPostgresName, byBucket };
}
