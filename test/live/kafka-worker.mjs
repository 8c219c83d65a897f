/*
 * What one principal may do on a broker, tried by a real client. Takes a task as JSON on standard input and answers as
 * JSON on standard output. A process of its own: the client is an ES module, and each login starts afresh.
 */
import {
  Admin,
  Consumer,
  MessagesStreamModes,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";

/** Kafka's error codes TOPIC_, GROUP_ and CLUSTER_AUTHORIZATION_FAILED, and SASL_AUTHENTICATION_FAILED. */
const REFUSALS = new Set([29, 30, 31, 58]);

/** How long a record may take to arrive, in milliseconds. */
const PATIENCE_MS = 30_000;

const ALLOWED = "allowed";
const REFUSED = "refused";

const task = JSON.parse(await readAll(process.stdin));
const answer = await ACTIONS()[task.action](task);
process.stdout.write(JSON.stringify(answer), () => process.exit(0));

function ACTIONS() {
  return {
    /** Sends one record to each topic. */
    produce: ({ topics }) => each(topics, (topic) => attempt(() => produce(topic))),
    /** Waits for one record of each topic, as a member of the group. */
    consume: ({ topics, group }) => each(topics, (topic) => attempt(() => consume(topic, group))),
    /** Makes a topic. */
    createTopic: ({ topics }) => each(topics, (topic) => attempt(() => createTopic(topic))),
    /** Forgets the groups whose names end so. */
    deleteGroups,
    /** Shows its password. */
    login: () => attempt(logIn),
    /** What the cluster holds besides its own. */
    inventory,
  };
}

function options(retries = 20) {
  const { host, port, tls } = task.broker;
  return {
    clientId: "meshwright-live",
    bootstrapBrokers: [`${host}:${port}`],
    // A new coordinator takes its time.
    retries,
    retryDelay: 300,
    strict: false,
    sasl: { mechanism: "SCRAM-SHA-512", username: task.username, password: task.password },
    ...(tls ? { tls: {} } : {}),
  };
}

async function produce(topic) {
  const producer = new Producer({ ...options(), serializers: stringSerializers });
  try {
    await producer.send({ messages: [{ topic, key: "live", value: task.username }], acks: -1 });
  } finally {
    await closed(producer);
  }
}

async function consume(topic, groupId) {
  const consumer = new Consumer({ ...options(), groupId, deserializers: stringDeserializers });
  try {
    const stream = await consumer.consume({
      topics: [topic],
      mode: MessagesStreamModes.EARLIEST,
      autocommit: true,
      maxWaitTime: 500,
    });
    await firstOf(stream);
  } finally {
    await closed(consumer, true);
  }
}

function firstOf(stream) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no record arrived")), PATIENCE_MS);
    const end = (settle) => (value) => {
      clearTimeout(timer);
      settle(value);
    };
    stream.once("data", end(resolve));
    stream.once("error", end(reject));
  });
}

async function createTopic(topic) {
  const admin = new Admin(options());
  try {
    await admin.createTopics({ topics: [topic], partitions: 1, replicas: 1 });
  } finally {
    await closed(admin);
  }
}

async function deleteGroups({ suffix }) {
  const admin = new Admin(options());
  try {
    const groups = [...(await admin.listGroups()).keys()].filter((group) => group.endsWith(suffix));
    if (groups.length > 0) await admin.deleteGroups({ groups });
    return groups;
  } finally {
    await closed(admin);
  }
}

async function logIn() {
  const admin = new Admin(options(0));
  try {
    await admin.listTopics();
  } finally {
    await closed(admin);
  }
}

async function inventory() {
  const admin = new Admin(options());
  try {
    const topics = await admin.listTopics({ includeInternals: false });
    const anything = { resourceType: 1, resourcePatternType: 1, operation: 1, permissionType: 1 };
    const acls = await admin.describeAcls({
      filter: { ...anything, resourceName: null, principal: null, host: null },
    });
    const quotas = await admin.describeClientQuotas({
      components: [{ entityType: "user", matchType: 2 }],
      strict: false,
    });
    return {
      topics: topics.sort(),
      acls: acls.flatMap(({ resourceName, acls: own }) =>
        own.map(({ principal, operation }) => `${principal} ${operation} ${resourceName}`),
      ),
      quotas: quotas.map(({ entity }) => entity.map(({ entityName }) => entityName).join("/")),
    };
  } finally {
    await closed(admin);
  }
}

async function each(topics, act) {
  const results = {};
  for (const topic of topics) results[topic] = await act(topic);
  return results;
}

async function attempt(act) {
  try {
    await act();
    return ALLOWED;
  } catch (error) {
    if (codesOf(error).some((code) => REFUSALS.has(code))) return REFUSED;
    return wordsOf(error);
  }
}

/** The protocol's error codes in an error and its causes. */
function codesOf(error) {
  if (typeof error !== "object" || error === null) return [];
  const inner = [error.cause, ...(error.errors ?? [])].flatMap(codesOf);
  return typeof error.apiCode === "number" ? [error.apiCode, ...inner] : inner;
}

function wordsOf(error) {
  const inner = [error.cause, ...(error.errors ?? [])].filter(Boolean).map(wordsOf);
  return [...new Set([error.message, ...inner])].join(": ");
}

/** Ends a client; one that was refused may have nothing to end. */
async function closed(client, force) {
  try {
    await client.close(force);
  } catch {
    // It is about to be forgotten anyway.
  }
}

async function readAll(stream) {
  let text = "";
  for await (const part of stream) text += part;
  return text;
}
