import { existsSync, statSync } from "node:fs";
import type { ProviderBehaviour } from "../../../src/offline/model";
import { attribute } from "../../../src/offline/cty";
import { withEngine } from "../../../src/offline/run";
import { providerSchema } from "../../../src/offline/schema";
import { EchoProvider } from "../../support/offline/echo-provider";
import { TerraformFolder } from "../../support/offline/terraform";

const SECRET_BLOCK = {
  attributes: {
    secret_id: attribute("string", { required: true }),
    secret_string: attribute("string", { computed: true, sensitive: true }),
  },
  blocks: {},
};

function echoes() {
  const kafka = new EchoProvider(providerSchema("kafka", ["kafka_topic", "kafka_acl"]));
  const postgresql = new EchoProvider(
    providerSchema("postgresql", ["postgresql_role"], {
      flags: (_, path) => (path[0] === "password_wo" ? { sensitive: true, writeOnly: true } : {}),
    }),
  );
  const aws = new EchoProvider(
    providerSchema("aws", ["aws_s3_bucket_lifecycle_configuration"], {
      ephemerals: new Map([["aws_secretsmanager_secret_version", SECRET_BLOCK]]),
    }),
  );
  return { kafka, postgresql, aws };
}

function configuration(retention = "1000") {
  return {
    terraform: {
      required_providers: {
        kafka: { source: "Mongey/kafka", version: "0.13.1" },
        postgresql: { source: "cyrilgdn/postgresql", version: "1.26.0" },
        aws: { source: "aws", version: "6.25.0" },
      },
    },
    provider: { kafka: { bootstrap_servers: ["broker:9092"] }, aws: { region: "eu-central-1" } },
    ephemeral: { aws_secretsmanager_secret_version: { login: { secret_id: "orders/login" } } },
    resource: {
      kafka_topic: {
        orders: {
          name: "orders",
          partitions: 6,
          replication_factor: 3,
          config: { "retention.ms": retention },
        },
      },
      postgresql_role: {
        orders: {
          name: "${kafka_topic.orders.id}",
          password_wo: "${ephemeral.aws_secretsmanager_secret_version.login.secret_string}",
          password_wo_version: "1",
          roles: ["b", "a"],
        },
      },
      aws_s3_bucket_lifecycle_configuration: {
        orders: {
          bucket: "orders",
          rule: [{ id: "old", status: "Enabled", transition: [{ days: 30, storage_class: "GLACIER" }] }],
        },
      },
    },
  };
}

const withProviders = (
  providers: Record<string, ProviderBehaviour>,
  use: (folder: TerraformFolder) => Promise<void>,
) =>
  withEngine({ providers: Object.values(providers) }, async ({ environment }) => {
    const folder = new TerraformFolder(environment);
    try {
      await use(folder);
    } finally {
      folder.remove();
    }
  });

describe("the real Terraform on simulated providers", () => {
  test("initialises, plans, applies, finds nothing to do, changes in place, replaces and destroys", async () => {
    const providers = echoes();

    await withProviders(providers, async (folder) => {
      folder.write(configuration());
      const init = await folder.terraform("init");
      const plan = await folder.terraform("plan");
      const apply = await folder.terraform("apply", "-auto-approve");
      const again = await folder.terraform("plan", "-detailed-exitcode");
      const state = await folder.terraform("show", "-json");
      folder.write(configuration("2000"));
      const change = await folder.terraform("plan");
      const replace = await folder.terraform("plan", "-replace=kafka_topic.orders");
      const destroy = await folder.terraform("destroy", "-auto-approve");

      expect(init.output).toContain("Terraform has been successfully initialized!");
      expect(plan.output).toContain("Plan: 3 to add, 0 to change, 0 to destroy.");
      expect(apply.output).toContain("Apply complete! Resources: 3 added, 0 changed, 0 destroyed.");
      expect(again).toMatchObject({ code: 0, output: expect.stringContaining("No changes.") as string });
      expect(state.output).not.toContain("hush");
      expect(change.output).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
      expect(replace.output).toContain("must be replaced");
      expect(destroy.output).toContain("Destroy complete! Resources: 3 destroyed.");
    });

    expect(providers.kafka.made.size + providers.postgresql.made.size + providers.aws.made.size).toBe(0);
    expect(providers.kafka.calls[0]).toContain('"bootstrap_servers":["broker:9092"]');
  }, 30_000);

  test("a resource type the engine was not given is refused by name", async () => {
    await withProviders(echoes(), async (folder) => {
      const { resource, ...rest } = configuration();
      folder.write({ ...rest, resource: { ...resource, kafka_quota: { q: { entity_type: "user" } } } });
      await folder.terraform("init");

      const plan = await folder.terraform("plan");

      expect(plan.code).toBe(1);
      expect(plan.output).toContain('does not support resource type "kafka_quota"');
    });
  }, 30_000);

  test("a behaviour that throws is Terraform's error, with the resource type and address, and the rest is applied", async () => {
    const providers = echoes();
    providers.kafka.apply = () => Promise.reject(new Error("broker not available"));

    await withProviders(providers, async (folder) => {
      folder.write(configuration());
      await folder.terraform("init");

      const apply = await folder.terraform("apply", "-auto-approve");

      expect(apply.code).toBe(1);
      expect(apply.output).toContain("Error: kafka_topic: the offline engine failed");
      expect(apply.output).toContain("with kafka_topic.orders");
      expect(apply.output).toContain("broker not available");
      expect(providers.aws.made.size).toBe(1);
    });
  }, 30_000);

  test("an update that fails leaves the resource in the state", async () => {
    const providers = echoes();

    await withProviders(providers, async (folder) => {
      folder.write(configuration());
      await folder.terraform("init");
      await folder.terraform("apply", "-auto-approve");
      providers.kafka.apply = () => Promise.reject(new Error("broker not available"));
      folder.write(configuration("2000"));
      await folder.terraform("apply", "-auto-approve");

      const list = await folder.terraform("state", "list");

      expect(list.output).toContain("kafka_topic.orders");
    });
  }, 30_000);

  test("what is there can be imported by its id", async () => {
    const providers = echoes();
    const topic = { id: "orders", name: "orders", partitions: 6, replication_factor: 3, config: null };
    providers.kafka.made.set("kafka_topic orders", topic);

    await withProviders(providers, async (folder) => {
      folder.write(configuration());
      await folder.terraform("init");

      const found = await folder.terraform("import", "kafka_topic.orders", "orders");
      const missing = await folder.terraform("import", "postgresql_role.orders", "nobody");

      expect(found.output).toContain("Import successful!");
      expect(missing.output).toContain("postgresql_role 'nobody' does not exist");
    });
  }, 30_000);
});

describe("withEngine", () => {
  test("sets what Terraform, OpenTofu and the cdktf CLI read", async () => {
    await withEngine({ providers: [echoes().kafka] }, ({ environment, socketDirectory }) => {
      const { TF_REATTACH_PROVIDERS: reattach = "", ...others } = environment;

      expect(others).toEqual({ CHECKPOINT_DISABLE: "1", CDKTF_SKIP_PROVIDER_LOCK: "true" });
      expect(JSON.parse(reattach)).toEqual({
        "mongey/kafka": {
          Protocol: "grpc",
          ProtocolVersion: 6,
          Pid: process.pid,
          Test: true,
          Addr: { Network: "unix", String: `${socketDirectory}/kafka.sock` },
        },
      });
      return Promise.resolve();
    });
  });

  test("keeps its sockets to this user and leaves nothing, even after a failure", async () => {
    let directory = "";
    const failing = withEngine({ providers: [echoes().kafka] }, ({ socketDirectory }) => {
      directory = socketDirectory;
      expect(statSync(socketDirectory).mode & 0o777).toBe(0o700);
      return Promise.reject(new Error("interrupted"));
    });

    await expect(failing).rejects.toThrow("interrupted");
    expect(existsSync(directory)).toBe(false);
  });

  test("several at once do not meet", async () => {
    const directories = await Promise.all(
      [1, 2, 3].map(() =>
        withEngine({ providers: [echoes().kafka] }, ({ socketDirectory }) =>
          Promise.resolve(socketDirectory),
        ),
      ),
    );

    expect(new Set(directories).size).toBe(3);
  });
});
