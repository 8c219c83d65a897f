import type { AppIdentity } from "../../../constructs/identity";
import type { MeshEnvironment } from "../../../constructs/environment";
import type { Template } from "../../support/template";
import { DEV, PROD } from "../../support/fixtures";

/** Brokers of one's own, three of them. */
export const SCRAM: MeshEnvironment = {
  ...PROD,
  kafka: { authentication: "scram", bootstrapServers: ["kafka.mesh.example:9093"], deniesByDefault: true },
};
export const MTLS: MeshEnvironment = { ...PROD, kafka: { ...SCRAM.kafka, authentication: "mtls" } };
export const MSK_SCRAM: MeshEnvironment = {
  ...PROD,
  kafka: { ...PROD.kafka, authentication: "scram", deniesByDefault: true },
};

/** DEV with other settings of the cluster. */
export const dev = (kafka: Partial<MeshEnvironment["kafka"]>): MeshEnvironment => ({
  ...DEV,
  kafka: { ...DEV.kafka, ...kafka },
});

export const appOf = (domain: string, app: string): AppIdentity => ({ domain, app, site: PROD.site });

/** All ACLs, one line each: principal, operation, resource, pattern and name, host, permission. */
export function aclsOf(template: Template): string[] {
  return template
    .resources("kafka_acl")
    .map(({ args }) =>
      [
        args.acl_principal,
        args.acl_operation,
        args.resource_type,
        args.resource_pattern_type_filter,
        args.resource_name,
        args.acl_host,
        args.acl_permission_type,
      ].join(" "),
    )
    .sort();
}

/** The message of what `act` throws; fails when it throws nothing. */
export function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected an error");
}
