import type { NewFile } from "../new-file";
import { INSTALLED_SCHEMAS, schemaLine } from "../schema-line";
import { FIRST_TEAM, PLATFORM_TEAM, type MeshDraft } from "./mesh-draft";

/** `mesh.yaml`: an open environment to start with, and a protected one to fill in. */
export function meshYaml({ organisation }: MeshDraft): NewFile {
  const text = `${schemaLine("mesh", INSTALLED_SCHEMAS, 0)}
# The platform team's page: where the mesh runs, and what no domain may exceed.
apiVersion: meshwright/v1
kind: Mesh
# One lower-case word; every bucket name starts with it.
organisation: ${organisation}

# The first team owns what belongs to no domain.
teams: [${PLATFORM_TEAM}, ${FIRST_TEAM}]

environments:
  # Open to experiments: plain servers with passwords, state on the disk of whoever runs it.
  - name: dev
    protected: false
    allowDestroy: true
    account: "111122223333"
    region: eu-central-1
    state: local
    kafka:
      authentication: scram
      bootstrapServers: [localhost:9092]
      deniesByDefault: true
      replicationFactor: 1
      tls: false
    postgres:
      host: localhost
      database: mesh
      authentication: password
      adminUser: meshwright
      sslMode: disable

  # Where data has to last: IAM everywhere, state in a bucket, deployed by CI alone.
  # - name: prod
  #   protected: true
  #   account: "444455556666"
  #   region: eu-central-1
  #   state: { bucket: ${organisation}-terraform-state }
  #   kafka:
  #     authentication: iam
  #     clusterArn: arn:aws:kafka:eu-central-1:444455556666:cluster/<name>/<uuid>
  #     bootstrapServers: [<broker>:9098]
  #   postgres:
  #     host: <host>
  #     database: mesh
  #     authentication: iam
  #     adminUser: meshwright
  #     resourceId: db-<ID>
  #   deploy:
  #     provider: token.actions.githubusercontent.com
  #     repository: <owner>/<name>

alerts:
  platform: [platform@example.com]
`;
  return { path: "mesh.yaml", text };
}
