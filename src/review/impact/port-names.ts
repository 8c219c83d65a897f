import {
  appLoginName,
  appPolicyName,
  appRoleName,
  bucketName,
  certificatePrincipal,
  consumerGroupPrefix,
  kafkaUserName,
  keyAlias,
  loginGroupName,
  NameError,
  portAlarmPrefix,
  portWriterRoleName,
  readerRoleName,
  readGroupName,
  scramPrincipal,
  topicName,
} from "../../names";
import {
  appNamesOf,
  compare,
  inventoryOf,
  isBuilt,
  push,
  siteOf,
  type Access,
  type Domain,
  type PortKey,
  type Product,
  type Resource,
} from "../../mesh";
import type { MeshSide } from "../model";

/** Who reads or writes: an app, or all apps of a domain. */
export interface Reader {
  readonly domain: string;
  readonly app?: string;
}

/** What an app is granted a policy for. */
export type AppUse = "run" | "produce" | "consume";

/** One name of a port, and what it names. */
interface PortName {
  readonly name: string;
  readonly port: PortKey;
}

/** The systems a port can be in. */
export type PortSystem = "topic" | "bucket" | "schema";

/**
 * Every physical name of one side of a change that leads to a port or an app; a name that cannot be built leads nowhere.
 * Built once per side, since a plan may hold thousands of resources.
 */
export class PortNames {
  /** Topics that consumers read, and those for retries and dead letters. */
  readonly topics = new Map<string, PortName & { readonly internal: boolean }>();
  readonly schemas = new Map<string, PortKey>();
  /** By the name of the role that may write a port's tables. */
  readonly writerRoles = new Map<string, PortKey>();
  /** Prefixes of objects by bucket. */
  readonly objects = new Map<string, PortName[]>();
  /** Domains by key alias. */
  readonly aliases = new Map<string, string>();
  readonly principals = new Map<string, Reader>();
  readonly kafkaUsers = new Map<string, Reader>();
  /** By prefix, with the dot at its end. */
  readonly groups = new Map<string, Reader>();
  readonly roles = new Map<string, Reader>();
  /** Roles that read inside their own domain only. */
  readonly ownReaders = new Set<string>();
  readonly iamRoles = new Map<string, Reader>();
  readonly iamPolicies = new Map<string, { readonly reader: Reader; readonly use: AppUse }>();
  /** By prefix, with the slash at its end. */
  readonly alarms = new Map<string, PortKey>();
  private readonly sortedTopics: readonly string[];

  private constructor(private readonly side: MeshSide) {
    const { mesh } = side.index;
    for (const resource of inventoryOf(mesh, side.environment).resources) this.addResource(resource);
    for (const domain of mesh.domains.values()) this.addDomain(domain);
    this.sortedTopics = [...this.topics.keys()].sort(compare);
  }

  private static readonly known = new WeakMap<MeshSide, PortNames>();

  static of(side: MeshSide): PortNames {
    let names = PortNames.known.get(side);
    if (names === undefined) PortNames.known.set(side, (names = new PortNames(side)));
    return names;
  }

  /** Topics whose names start with `prefix`. */
  topicsBelow(prefix: string): readonly string[] {
    let [low, high] = [0, this.sortedTopics.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.sortedTopics[middle] ?? "", prefix) < 0) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.sortedTopics[end]?.startsWith(prefix) === true) end += 1;
    return this.sortedTopics.slice(low, end);
  }

  /** The ports, in whatever bucket, whose objects `prefix` names. */
  portsBelowPrefix(prefix: string): readonly PortKey[] {
    return [...this.objects.values()].flatMap((names) =>
      names.filter(({ name }) => prefix.startsWith(name)).map(({ port }) => port),
    );
  }

  /** True for a port that is there on this side. */
  isBuilt(port: PortKey): boolean {
    const product = this.side.index.mesh.ports.get(port);
    return product !== undefined && isBuilt(product);
  }

  /** The ports of a domain that are built. */
  portsOfDomain(domain: string): readonly PortKey[] {
    return this.productsOf(domain).map(({ key }) => key);
  }

  /** What an app writes, in one of these systems. */
  producedBy({ domain, app }: Reader, systems: readonly PortSystem[]): readonly PortKey[] {
    return this.productsOf(domain)
      .filter((product) => (app === undefined || product.name === app) && isIn(product, systems))
      .map(({ key }) => key);
  }

  /** What an app may read of other domains, in one of these systems. */
  consumedBy({ domain, app }: Reader, systems: readonly PortSystem[]): readonly PortKey[] {
    const { mesh, accessesByConsumer } = this.side.index;
    const isMeant = (access: Access): boolean => {
      const product = mesh.ports.get(access.port);
      return (app === undefined || access.app === app) && product !== undefined && isIn(product, systems);
    };
    return (accessesByConsumer.get(domain) ?? []).filter(isMeant).map(({ port }) => port);
  }

  private productsOf(domain: string): readonly Product[] {
    return (this.side.index.mesh.domains.get(domain)?.products ?? []).filter(isBuilt);
  }

  private addResource({ kind, name, port, scope }: Resource): void {
    if (port === undefined) return;
    const product = this.side.index.mesh.ports.get(port);
    if (product === undefined) return;
    const { domain, name: productName, major } = product;
    if (kind === "topic") {
      const internal = name !== topicName(domain, productName, major);
      this.topics.set(name, { name, port, internal });
    }
    if (kind === "object") push(this.objects, scope, { name, port });
    if (kind !== "Postgres schema") return;
    this.schemas.set(name, port);
    put(this.writerRoles, () => portWriterRoleName(domain, productName, major), port);
  }

  private addDomain(domain: Domain): void {
    const { name } = domain;
    const { index, environment } = this.side;
    const site = siteOf(index.mesh, environment, name);
    put(this.aliases, () => keyAlias(site, name), name);
    put(this.roles, () => loginGroupName(name), { domain: name });
    attempt(() => this.ownReaders.add(readerRoleName(name)));
    attempt(() => {
      const bucket = bucketName(site, name);
      if (!this.objects.has(bucket)) this.objects.set(bucket, []);
    });
    for (const app of appNamesOf(domain)) this.addApp({ domain: name, app });
    for (const { key, name: product, major } of domain.products.filter(isBuilt)) {
      put(this.alarms, () => portAlarmPrefix(site, name, product, major), key);
    }
  }

  private addApp(reader: Required<Reader>): void {
    const { domain, app } = reader;
    const site = siteOf(this.side.index.mesh, this.side.environment, domain);
    put(this.principals, () => scramPrincipal(domain, app), reader);
    put(this.principals, () => certificatePrincipal(domain, app), reader);
    put(this.kafkaUsers, () => kafkaUserName(domain, app), reader);
    put(this.groups, () => consumerGroupPrefix(domain, app), reader);
    put(this.roles, () => appLoginName(domain, app), reader);
    put(this.roles, () => readGroupName(domain, app), reader);
    put(this.iamRoles, () => appRoleName(site, domain, app), reader);
    for (const use of ["run", "produce", "consume"] as const) {
      put(this.iamPolicies, () => appPolicyName(site, domain, app, use), { reader, use });
    }
  }
}

/** What the longest prefix leads to that `name` starts with; prefixes end in `separator`. */
export function nearestPrefix<T>(
  prefixes: ReadonlyMap<string, T>,
  name: string,
  separator: string,
): T | undefined {
  for (let end = name.lastIndexOf(separator); end >= 0; end = name.lastIndexOf(separator, end - 1)) {
    const found = prefixes.get(name.slice(0, end + 1));
    if (found !== undefined) return found;
    if (end === 0) break;
  }
  return undefined;
}

const isIn = (product: Product, systems: readonly PortSystem[]): boolean =>
  systems.some((system) => product[system] !== undefined);

function put<T>(names: Map<string, T>, name: () => string, value: T): void {
  attempt(() => names.set(name(), value));
}

/** What cannot be named is in no plan; the policy rules say why it cannot. */
function attempt(add: () => unknown): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
  }
}
