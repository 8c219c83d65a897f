import { nearest, type Problem } from "../../finding";
import { alternatives, holdsVariable } from "../check/text";
import type { Contract, ContractServer } from "../model";
import { topicObject } from "./compaction";
import type { ContractRule, EnvironmentFacts, MeshFacts, ProductFacts } from "./facts";

/** A key of a server whose value is computed. */
interface Expected {
  readonly key: "location" | "database" | "schema";
  readonly value: string;
  /** A place below the prefix is the prefix's. */
  readonly orBelow?: boolean;
}

/** A type of server, the port it stands for, and what is computed of it. */
interface ServerKind {
  readonly port: "topic" | "bucket" | "schema";
  readonly expected: (product: ProductFacts, environment: EnvironmentFacts) => readonly Expected[];
}

const postgres: ServerKind = {
  port: "schema",
  expected: ({ schema }, { postgresDatabase }) => [
    { key: "database", value: postgresDatabase },
    { key: "schema", value: schema?.name ?? "" },
  ],
};

/** The types of server that a product's ports are; the others are none of our business. */
const SERVER_KINDS: Readonly<Record<string, ServerKind>> = {
  // A topic is named by its object: see topicIsNamed.
  kafka: { port: "topic", expected: () => [] },
  s3: {
    port: "bucket",
    expected: (_product, { bucketLocation }) => [{ key: "location", value: bucketLocation, orBelow: true }],
  },
  postgres,
  postgresql: postgres,
};

/** Names are computed, so a server entry can only repeat them. */
export const serversMatchNames: ContractRule = (contract, product, mesh) => [
  ...topicIsNamed(contract, product),
  ...contract.servers.flatMap((server) => checkServer(contract, server, product, mesh)),
];

function topicIsNamed(contract: Contract, { topic }: ProductFacts): Problem[] {
  const object = topic && topicObject(contract, topic);
  const name = object?.physicalName;
  if (topic === undefined || object === undefined || name === undefined) return [];
  if (name === topic.name || holdsVariable(name)) return [];
  return [
    mismatch(
      contract,
      ["schema", object.index, "physicalName"],
      `the topic is called '${topic.name}'`,
      name,
      topic.name,
    ),
  ];
}

function checkServer(
  contract: Contract,
  server: ContractServer,
  product: ProductFacts,
  mesh: MeshFacts,
): readonly Problem[] {
  const kind = SERVER_KINDS[server.type];
  if (kind === undefined) return [];
  if (product[kind.port] === undefined) return [noPort(contract, server, kind.port)];

  const { environment: name } = server;
  const environments = mesh.environments.filter((each) => name === undefined || each.name === name);
  if (environments.length === 0 && !holdsVariable(name)) return [noEnvironment(contract, server, mesh)];

  // An entry for no environment in particular is right when it is right for one.
  const findings = environments.map((each) =>
    wrongValues(contract, server, kind.expected(product, each), each),
  );
  return findings.some((each) => each.length === 0) ? [] : (findings[0] ?? []);
}

function wrongValues(
  contract: Contract,
  server: ContractServer,
  expected: readonly Expected[],
  environment: EnvironmentFacts,
): Problem[] {
  return expected.flatMap(({ key, value, orBelow = false }) => {
    const written = server[key];
    if (written === undefined || written === value || holdsVariable(written)) return [];
    if (orBelow && `${written}/`.startsWith(value)) return [];
    const message = `server '${server.name}' says ${key} '${written}', in '${environment.name}' it is '${value}'`;
    return [mismatch(contract, ["servers", server.index, key], message, written, value)];
  });
}

function mismatch(
  contract: Contract,
  path: readonly (string | number)[],
  message: string,
  value: string,
  right: string,
): Problem {
  return {
    code: "ContractServerMismatch",
    severity: "error",
    message,
    value,
    rule: "names are computed from domain, product and version",
    fix: `write '${right}'`,
    at: { file: contract.file, path },
  };
}

function noPort(contract: Contract, server: ContractServer, port: string): Problem {
  return {
    code: "ContractServerMismatch",
    severity: "error",
    message: `server '${server.name}' is of type '${server.type}', but the product has no ${port} port`,
    value: server.type,
    rule: "a server of a contract is one of the product's ports",
    fix: `take the server out, or add ports.${port}`,
    at: { file: contract.file, path: ["servers", server.index, "type"] },
  };
}

function noEnvironment(contract: Contract, server: ContractServer, mesh: MeshFacts): Problem {
  const names = mesh.environments.map(({ name }) => name);
  const close = nearest(server.environment ?? "", names);
  return {
    code: "ContractServerMismatch",
    severity: "warning",
    message: `server '${server.name}' is in '${server.environment}', which is no environment of the mesh`,
    value: server.environment,
    rule: alternatives(names),
    fix: close === undefined ? "choose one of them" : `write '${close}'`,
    at: { file: contract.file, path: ["servers", server.index, "environment"] },
  };
}
