// A bare app of the framework that defines the same resources as Meshwright does for a generated domain: same count,
// same types, same arguments, taken from the JSON of one domain and renamed for the others. What it shows is the cost
// of the framework alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { domainAt } from "./generate-mesh.mjs";

const require = createRequire(import.meta.url);
const { App, TerraformOutput, TerraformStack } = require("cdktf");

const [templateDir, outdir, count] = process.argv.slice(2);
const TEMPLATE_DOMAIN = domainAt(1);

/** Deep module of a resource type, and the class in it. */
function classOf(type) {
  const [provider, ...words] = type.split("_");
  const module = {
    aws: () => `@cdktf/provider-aws/lib/${words.join("-")}`,
    postgresql: () => `@cdktf/provider-postgresql/lib/${words.join("-")}`,
    kafka: () => `../dist/src/providers/kafka/${words.join("-")}`,
  }[provider]();
  return Object.values(require(module)).find((exported) => exported.tfResourceType === type);
}

const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { PostgresqlProvider } = require("@cdktf/provider-postgresql/lib/provider");
const { KafkaProvider } = require("../dist/src/providers/kafka/provider");

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Arguments as the bindings take them; references and the framework's own remarks are left as they are. */
function toConfig(value) {
  if (Array.isArray(value)) return value.map(toConfig);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => [camel(key), toConfig(inner)]),
  );
}

const templates = ["", "-boundary"].map((suffix) => ({
  suffix,
  json: readFileSync(join(templateDir, "stacks", `${TEMPLATE_DOMAIN}${suffix}`, "cdk.tf.json"), "utf8"),
}));

/** Instantiating the template stands for the app's own code; its time is told, and not the framework's. */
let preparation = 0;
function stackOf(json, domain) {
  const started = performance.now();
  const { resource, provider, output = {} } = JSON.parse(json.replaceAll(TEMPLATE_DOMAIN, domain));
  const config = {
    aws: toConfig(provider.aws[0]),
    kafka: toConfig(provider.kafka[0]),
    postgresql: toConfig(provider.postgresql[0]),
    outputs: Object.entries(output),
    resources: Object.entries(resource)
      .filter(([type]) => type !== "terraform_data")
      .flatMap(([type, byId]) =>
        Object.entries(byId).map(([id, { depends_on: _dependsOn, ...args }]) => [
          classOf(type),
          id,
          toConfig(args),
        ]),
      ),
  };
  preparation += performance.now() - started;
  return config;
}

const app = new App({ outdir });
let defined = 0;
for (let index = 0; index < Number(count); index++) {
  for (const { suffix, json } of templates) {
    const { aws, kafka, postgresql, outputs, resources } = stackOf(json, domainAt(index));
    const stack = new TerraformStack(app, `${domainAt(index)}${suffix}`);
    new AwsProvider(stack, "Aws", aws);
    new KafkaProvider(stack, "Kafka", kafka);
    new PostgresqlProvider(stack, "Postgres", postgresql);
    for (const [Resource, id, config] of resources) new Resource(stack, id, config);
    for (const [id, { value }] of outputs) new TerraformOutput(stack, id, { value });
    defined += resources.length;
  }
}
app.synth();
console.log(JSON.stringify({ resources: defined, preparation: preparation / 1000 }));
