import { join } from "node:path";
import { previewDocument } from "../../../src/preview/documents";
import { meshDir } from "../../support/mesh-dir";

const read = (document: object) =>
  previewDocument(join(meshDir({ "cdk.tf.json": JSON.stringify(document) }), "cdk.tf.json"));

describe("a stack that is planned by itself", () => {
  it("has its state and its keys nowhere else", () => {
    const terraform = {
      required_version: ">= 1.5",
      backend: { s3: {} },
      cloud: {},
      encryption: { plan: {} },
    };

    const { text } = read({ terraform });

    expect(JSON.parse(text)).toEqual({ terraform: { required_version: ">= 1.5" }, resource: {} });
  });

  it("says whether it hands on passwords", () => {
    const ephemeral = { aws_secretsmanager_secret_version: { login: {} } };

    expect(read({ ephemeral }).hasPasswords).toBe(true);
    expect(read({}).hasPasswords).toBe(false);
  });
});
