import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attribute } from "../../../src/offline/cty";
import type { NestedBlock } from "../../../src/offline/model";
import { providerSchema, typesInUse } from "../../../src/offline/schema";
import { parseBinding } from "../../../src/offline/schema/binding";
import { deriveBlock } from "../../../src/offline/schema/derive";
import { bindingText } from "../../../src/offline/schema/source-text";

const aws = providerSchema("aws", [
  "aws_s3_bucket",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_security_group",
  "aws_default_route_table",
  "aws_acm_certificate",
]);
const temporary = mkdtempSync(join(tmpdir(), "mw-schema-"));
afterAll(() => rmSync(temporary, { recursive: true }));

const block = (type: string) => aws.resources.get(type) ?? { attributes: {}, blocks: {} };

/** What is around a block, without its content. */
const shape = (nested: NestedBlock | undefined) => nested && [nested.nesting, nested.min, nested.max];

describe("the schema derived from the AWS bindings", () => {
  test("is of the provider the bindings were made for", () => {
    expect(aws).toMatchObject({ source: "registry.terraform.io/hashicorp/aws", version: "6.25.0" });
  });

  test.each([
    ["bucket", attribute("string", { optional: true, computed: true })],
    ["arn", attribute("string", { computed: true })],
    ["force_destroy", attribute("bool", { optional: true })],
    ["tags_all", attribute(["map", "string"], { optional: true, computed: true })],
  ])("aws_s3_bucket.%s has its type and flags", (name, expected) => {
    expect(block("aws_s3_bucket").attributes[name]).toEqual(expected);
  });

  test("blocks have their nesting and bounds, as far as bindings tell", () => {
    const { blocks } = block("aws_s3_bucket");
    const encryption = blocks["server_side_encryption_configuration"]?.block.blocks["rule"];

    expect(shape(blocks["versioning"])).toEqual(["list", 0, 1]);
    expect(shape(blocks["cors_rule"])).toEqual(["list", 0, 0]);
    expect(shape(blocks["grant"])).toEqual(["set", 0, 0]);
    expect(shape(blocks["timeouts"])).toEqual(["single", 0, 1]);
    expect(shape(encryption)).toEqual(["list", 1, 1]);
    expect(shape(encryption?.block.blocks["apply_server_side_encryption_by_default"])).toEqual([
      "list",
      1,
      1,
    ]);
  });

  test("nested attributes keep their own flags", () => {
    const rule = block("aws_s3_bucket_lifecycle_configuration").blocks["rule"]?.block;

    expect(rule?.attributes["prefix"]).toMatchObject({ type: "string", optional: true, computed: true });
    expect(rule?.blocks["transition"]?.nesting).toBe("set");
    expect(rule?.blocks["transition"]?.block.attributes["storage_class"]).toMatchObject({ required: true });
  });

  test("attributes that hold objects are attributes, with the objects' types", () => {
    const { attributes, blocks } = block("aws_security_group");

    expect(blocks["ingress"]).toBeUndefined();
    expect(attributes["ingress"]).toMatchObject({ optional: true, computed: true });
    expect(attributes["ingress"]?.type).toMatchObject([
      "set",
      ["object", { from_port: "number", cidr_blocks: ["list", "string"] }],
    ]);
  });

  test("computed objects have the types of what is read from them", () => {
    expect(block("aws_acm_certificate").attributes["domain_validation_options"]).toMatchObject({
      type: ["set", ["object", { domain_name: "string", resource_record_name: "string" }]],
      computed: true,
      optional: false,
    });
  });

  test("the provider has its blocks and not Terraform's own 'alias'", () => {
    const { attributes, blocks } = aws.provider;

    expect(attributes["alias"]).toBeUndefined();
    expect(attributes["allowed_account_ids"]?.type).toEqual(["set", "string"]);
    expect(shape(blocks["default_tags"])).toEqual(["list", 0, 0]);
    expect(blocks["default_tags"]?.block.attributes["tags"]?.type).toEqual(["map", "string"]);
    expect(blocks["assume_role"]?.block.attributes["role_arn"]).toMatchObject({
      optional: true,
      computed: false,
    });
  });
});

describe("what bindings do not tell", () => {
  const schema = providerSchema("kafka", ["kafka_user_scram_credential"], {
    flags: (type, path) => ({
      sensitive: `${type}.${path.join(".")}` === "kafka_user_scram_credential.password",
    }),
    versions: { kafka_user_scram_credential: 3 },
    ephemerals: new Map([["kafka_ticket", { attributes: {}, blocks: {} }]]),
  });

  test("comes from the facts given: flags, versions, ephemeral resources", () => {
    const credential = schema.resources.get("kafka_user_scram_credential");

    expect(credential?.attributes["password"]?.sensitive).toBe(true);
    expect(credential?.attributes["username"]?.sensitive).toBe(false);
    expect(credential?.version).toBe(3);
    expect([...schema.ephemerals.keys()]).toEqual(["kafka_ticket"]);
  });

  test("is off and 0 without facts", () => {
    const plain = providerSchema("kafka", ["kafka_user_scram_credential"]).resources.get(
      "kafka_user_scram_credential",
    );

    expect(plain?.version).toBe(0);
    expect(plain?.attributes["password"]).toMatchObject({ sensitive: false, writeOnly: false });
  });
});

describe("what cannot be derived", () => {
  test.each(["kafka_stream", "kafka_provider", "aws_s3_bucket", "kafka_../topic", ""])(
    "the type '%s' is refused by name",
    (type) => {
      expect(() => providerSchema("kafka", [type])).toThrow(
        `src/providers/kafka has no resource type '${type}'; check its name, or install bindings that have it`,
      );
    },
  );

  test("a binding in several files is refused with its file and the reason", () => {
    expect(() => providerSchema("aws", ["aws_medialive_channel"])).toThrow(
      /provider-aws\/lib\/medialive-channel: no schema can be derived: it has no class 'Medialive\w+'$/,
    );
  });

  const code = bindingText(join(__dirname, "../../../src/providers/kafka/topic"));
  const derive = (text: string) => () => deriveBlock(parseBinding("topic.js", text));

  test.each([
    ["not generated code", () => "export {};", "it has no resource or provider class"],
    [
      "no version",
      () => code.replaceAll("providerVersion", "was"),
      "it does not say which provider version it is for",
    ],
    [
      "a remark lost",
      () => code.replace("// partitions - computed", "// partitions"),
      "'partitions' of Topic has no remark",
    ],
    [
      "an unknown mapper",
      () => code.replaceAll("numberToHclTerraform", "hexToHcl"),
      "the mapper 'hexToHcl' is not known",
    ],
    ["broken code", () => code.replace("isBlock: false,", "isBlock: false;"), "its mappers cannot be parsed"],
  ])("%s is refused with the reason", (_, text, reason) => {
    expect(derive(text())).toThrow(`topic.js: no schema can be derived: ${reason}`);
  });

  test("a folder without a binding and a damaged source map are refused", () => {
    const folder = mkdtempSync(join(temporary, "binding-"));

    expect(() => bindingText(folder)).toThrow("no schema can be derived: it has no index.js");
    writeFileSync(join(folder, "index.js"), "//# sourceMappingURL=data:application/json;base64,bm90IGpzb24=");
    expect(() => bindingText(folder)).toThrow("its source map is damaged");
  });
});

describe("the types in use", () => {
  test("are those of configuration in JSON and HCL and of states, whatever else is there", () => {
    const folder = mkdtempSync(join(temporary, "types-"));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write("cdk.tf.json", '{"resource":{"kafka_topic":{}},"data":{"aws_region":{}}}');
    write("main.tf", 'resource "postgresql_role" "a" {\n}\n# resource "kafka_acl" "b"');
    write(
      "terraform.tfstate",
      '{"resources":[{"mode":"managed","type":"aws_kms_key"},{"mode":"data","type":"aws_x"}]}',
    );
    write("broken.tf.json", "{");
    write("notes.txt", 'resource "aws_vpc" "c"');
    mkdirSync(join(folder, "modules.tf"));

    expect(typesInUse(folder)).toEqual(["aws_kms_key", "kafka_topic", "postgresql_role"]);
    expect(typesInUse(join(folder, "missing"))).toEqual([]);
  });
});
