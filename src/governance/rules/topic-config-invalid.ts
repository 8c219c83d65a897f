import {
  DEFAULT_REPLICATION_FACTOR,
  describeForm,
  FIXED_TOPIC_CONFIGS,
  MAX_MESSAGE_BYTES,
  MAX_REPLICATION_FACTOR,
  takesValue,
  TOPIC_CONFIG_FORMS,
  type Mesh,
  type Product,
  type TopicPort,
} from "../../mesh";
import { policyRule, type RuleProblem } from "../policy-rule";
import { inMesh, inProduct } from "../source";
import { builtProducts, describeProduct } from "../subjects";

/** A topic can be made as it is written down, in every environment. */
export const topicConfigInvalidRule = policyRule({
  code: "TopicConfigInvalid",
  severity: "error",
  description: "Partitions, replicas and configs of a topic are within what the mesh and the brokers allow.",
  *find({ mesh }) {
    yield* replication(mesh);
    for (const product of builtProducts(mesh)) {
      if (product.topic === undefined) continue;
      yield* ports(mesh, product, product.topic);
      yield* configs(mesh, product, product.topic);
    }
  },
});

function* replication(mesh: Mesh): Generator<RuleProblem> {
  for (const [index, { name, protected: isProtected, kafka }] of mesh.environments.entries()) {
    const replicas = kafka.replicationFactor ?? DEFAULT_REPLICATION_FACTOR;
    const tooFew = isProtected && replicas < 2;
    if (!tooFew && replicas <= MAX_REPLICATION_FACTOR) continue;
    yield {
      message: tooFew
        ? `environment '${name}' is protected and keeps one replica, so that losing one broker loses records`
        : `environment '${name}' keeps ${replicas} replicas`,
      value: String(replicas),
      rule: `from ${isProtected ? 2 : 1} to ${MAX_REPLICATION_FACTOR} replicas`,
      fix: `write replicationFactor: ${DEFAULT_REPLICATION_FACTOR}`,
      at: inMesh(mesh, "environments", index, "kafka", "replicationFactor"),
    };
  }
}

function* ports({ limits }: Mesh, product: Product, topic: TopicPort): Generator<RuleProblem> {
  const { partitions, retries, deadLetter, maxMessageBytes } = topic;
  if (partitions > limits.partitions) {
    yield {
      message: `the topic of ${describeProduct(product)} has ${partitions} partitions`,
      value: String(partitions),
      rule: `at most ${limits.partitions}, by limits.partitions of mesh.yaml`,
      fix: `write partitions: ${limits.partitions}`,
      at: inProduct(product, "ports", "topic", "partitions"),
    };
  }
  if (retries > 0 && !deadLetter) {
    yield {
      message: `the topic of ${describeProduct(product)} has retries, and nowhere to put a record that fails the last one`,
      value: String(retries),
      rule: "retries end in a dead-letter topic",
      fix: "write deadLetter: true",
      at: inProduct(product, "ports", "topic", "retries"),
    };
  }
  if (maxMessageBytes !== undefined && maxMessageBytes > MAX_MESSAGE_BYTES) {
    yield {
      message: `the topic of ${describeProduct(product)} takes records of ${maxMessageBytes} bytes`,
      value: String(maxMessageBytes),
      rule: `at most ${MAX_MESSAGE_BYTES} bytes`,
      fix: "put large objects into the bucket port, and their place into the record",
      at: inProduct(product, "ports", "topic", "maxMessageBytes"),
    };
  }
}

function* configs(mesh: Mesh, product: Product, { config }: TopicPort): Generator<RuleProblem> {
  for (const [key, value] of Object.entries(config)) {
    const message = `topic config '${key}' of ${describeProduct(product)}`;
    const at = inProduct(product, "ports", "topic", "config", key);
    const instead = FIXED_TOPIC_CONFIGS.get(key);
    const form = TOPIC_CONFIG_FORMS.get(key);
    if (instead !== undefined) {
      yield {
        message: `${message} cannot be set directly`,
        value: key,
        fix: instead,
        at: { ...at, onKey: true },
      };
    } else if (form !== undefined && !takesValue(form, value)) {
      yield { message: `${message} has a value that brokers refuse`, value, rule: describeForm(form), at };
    } else if (key === "min.insync.replicas") {
      yield* confirmations(mesh, Number(value), { message, value, at });
    }
  }
}

/** With as many confirmations as replicas, losing one broker stops every writer. */
function* confirmations(mesh: Mesh, confirmed: number, problem: RuleProblem): Generator<RuleProblem> {
  for (const { name, kafka } of mesh.environments) {
    const replicas = kafka.replicationFactor ?? DEFAULT_REPLICATION_FACTOR;
    if (confirmed < Math.max(2, replicas)) continue;
    yield {
      ...problem,
      message: `${problem.message} stops every writer in environment '${name}' when one broker is lost`,
      rule: `fewer than the ${replicas} replicas of '${name}'`,
      fix: "leave it out: it follows from the replicas of each environment",
    };
  }
}
