// A bare app of the framework that defines the same resources as Meshwright does for a generated mesh: same count, same
// types, same arguments, and references between resources written as one writes them by hand. What it needs to know is
// taken from the JSON of one domain and renamed for the others. What it shows is the cost of the framework alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { domainAt } from "./generate-mesh.mjs";

const require = createRequire(import.meta.url);
const { App, TerraformOutput, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { PostgresqlProvider } = require("@cdktf/provider-postgresql/lib/provider");
const { KafkaProvider } = require("../dist/src/providers/kafka/provider");

const [templateDir, outdir, count] = process.argv.slice(2);
const TEMPLATE_DOMAIN = domainAt(1);
const REFERENCE = /^\$\{([a-z0-9_]+\.[A-Za-z0-9_-]+)\.([a-z_]+)\}$/;

/** The binding of a resource type, by its deep path. */
function classOf(type) {
  const [provider, ...words] = type.split("_");
  const module = {
    aws: `@cdktf/provider-aws/lib/${words.join("-")}`,
    postgresql: `@cdktf/provider-postgresql/lib/${words.join("-")}`,
    kafka: `../dist/src/providers/kafka/${words.join("-")}`,
  }[provider];
  return Object.values(require(module)).find((exported) => exported.tfResourceType === type);
}

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Arguments as the bindings take them. */
function toConfig(value) {
  if (Array.isArray(value)) return value.map(toConfig);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(entries.map(([key, inner]) => [camel(key), toConfig(inner)]));
}

/** Resources in an order in which each comes after what it refers to. */
function ordered(resource) {
  const byAddress = new Map(
    Object.entries(resource).flatMap(([type, byId]) =>
      Object.entries(byId).map(([id, args]) => [`${type}.${id}`, { type, id, args }]),
    ),
  );
  const done = new Set();
  const visit = (address) => {
    if (done.has(address) || !byAddress.has(address)) return;
    done.add(address);
    const mentioned = JSON.stringify(byAddress.get(address).args).match(/[a-z0-9_]+\.[A-Za-z0-9_-]+/g) ?? [];
    mentioned.forEach(visit);
    order.push({ address, ...byAddress.get(address) });
  };
  const order = [];
  [...byAddress.keys()].forEach(visit);
  return order.filter(({ type }) => type !== "terraform_data");
}

/** The stacks of the template domain, taken apart once. */
const templates = ["", "-boundary"].map((suffix) => {
  const file = join(templateDir, "stacks", `${TEMPLATE_DOMAIN}${suffix}`, "cdk.tf.json");
  const { resource, provider, output = {} } = JSON.parse(readFileSync(file, "utf8"));
  return {
    suffix,
    aws: toConfig(provider.aws[0]),
    kafka: toConfig(provider.kafka[0]),
    postgresql: toConfig(provider.postgresql[0]),
    outputs: Object.entries(output),
    resources: ordered(resource).map(
      ({ address, type, id, args: { depends_on: dependsOn = [], ...args } }) => {
        return { address, id, dependsOn, Resource: classOf(type), config: toConfig(args) };
      },
    ),
  };
});

/** A copy with the domain's name in it and with references to constructs: what an app's own code would build. */
function renamed(value, domain, made) {
  if (typeof value === "string") {
    const [, address, attribute] = REFERENCE.exec(value) ?? [];
    if (address !== undefined && made.has(address)) return made.get(address).getStringAttribute(attribute);
    return value.replaceAll(TEMPLATE_DOMAIN, domain);
  }
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, domain, made));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner, domain, made)]));
}

const app = new App({ outdir });
let resources = 0;
for (let index = 0; index < Number(count); index++) {
  const domain = domainAt(index);
  for (const template of templates) {
    const stack = new TerraformStack(app, `${domain}${template.suffix}`);
    const made = new Map();
    new AwsProvider(stack, "Aws", renamed(template.aws, domain, made));
    new KafkaProvider(stack, "Kafka", template.kafka);
    new PostgresqlProvider(stack, "Postgres", template.postgresql);
    for (const { address, id, dependsOn, Resource, config } of template.resources) {
      const dependencies = dependsOn.map((other) => made.get(other)).filter((other) => other !== undefined);
      const args = renamed(config, domain, made);
      made.set(
        address,
        new Resource(stack, id, dependencies.length > 0 ? { ...args, dependsOn: dependencies } : args),
      );
      resources++;
    }
    for (const [id, { value }] of template.outputs)
      new TerraformOutput(stack, id, { value: renamed(value, domain, made) });
  }
}
app.synth();
console.log(JSON.stringify({ resources }));
