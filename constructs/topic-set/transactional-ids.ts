import { Construct } from "constructs";
import type { ITerraformDependable } from "../../src/cdk";
import { transactionalIdPrefix } from "../../src/names";
import type { MeshEnvironment } from "../environment";
import type { AppIdentity, Grant } from "../identity";
import { validate } from "../validation";
import { APP_RULES, CLUSTER_RULES } from "./cluster-rules";
import { transactionAcls } from "./kafka-access";
import { grantAccess } from "./kafka-grant";
import { kafkaTransactionStatements } from "./kafka-statements";

/** Props of `TransactionalIds`. */
export interface TransactionalIdsProps {
  readonly environment: MeshEnvironment;
  /** An app of the domain whose stack this is. */
  readonly app: AppIdentity;
  /**
   * What must exist before the first ACL.
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** The transactional ids of one app: all that start with its prefix, once for all the ports it writes. */
export class TransactionalIds extends Construct {
  /** Ends in `.`. */
  public readonly prefix: string;
  /** What the app got; with `iam` its statements. */
  public readonly grant: Grant;

  /** @throws ValidationError when the app cannot be named, or the cluster's access is not safe. */
  public constructor(
    scope: Construct,
    id: string,
    { environment, app, dependsOn = [] }: TransactionalIdsProps,
  ) {
    super(scope, id);
    validate(this.node.path, { environment, app }, [...CLUSTER_RULES, ...APP_RULES]);

    const prefix = transactionalIdPrefix(app.domain, app.app);
    this.prefix = prefix;
    const access = {
      acls: transactionAcls(prefix),
      statements: (clusterArn: string) => kafkaTransactionStatements(clusterArn, prefix),
    };
    this.grant = grantAccess(this, environment, app, access, dependsOn);
  }
}
