import type { Socket } from "node:net";
import { createServer } from "node:net";
import type { sendUnaryData, ServerUnaryCall, ServiceDefinition } from "@grpc/grpc-js";
import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from "@grpc/grpc-js";
import type { ProviderBehaviour } from "../model";
import { failureMessage } from "./diagnostics";
import { handlersFor } from "./handlers";
import type { Handlers } from "./messages";
import { CALL_NAMES, loadProtocol, SERVICE_NAME } from "./wire";

/** The size Terraform itself accepts, in bytes. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

const LIMITS = {
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
};

// Whatever goes wrong is an error or a diagnostic here; the library would write it to the terminal as well.
setLogVerbosity(logVerbosity.NONE);

/** A simulated provider that listens. */
export interface ProviderServer {
  readonly behaviour: ProviderBehaviour;
  /** The path of its unix socket. */
  readonly socket: string;
  /** Stops listening at once; calls under way end with it. */
  close(): void;
}

/**
 * Serves a simulated provider on a unix socket. Each connection is a provider of its own, as each provider
 * configuration is with real providers: what one is configured with does not reach another.
 *
 * @throws Error when the socket cannot be bound.
 */
export async function serveProvider(behaviour: ProviderBehaviour, socket: string): Promise<ProviderServer> {
  const service = loadProtocol()[SERVICE_NAME] as ServiceDefinition;
  const connections = new Set<Connection>();
  const listener = createServer((stream) => {
    const connection = new Connection(stream, behaviour.fresh?.() ?? behaviour, service);
    connections.add(connection);
    stream.once("close", () => {
      connections.delete(connection);
      connection.close();
    });
  });

  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(socket, resolve);
  });
  const close = () => {
    listener.close();
    for (const connection of connections) connection.close();
  };
  return { behaviour, socket, close };
}

/** One connection, with a gRPC server for it alone. */
class Connection {
  private readonly server = new Server(LIMITS);

  constructor(
    private readonly stream: Socket,
    behaviour: ProviderBehaviour,
    service: ServiceDefinition,
  ) {
    const handlers = handlersFor(behaviour);
    const answers = CALL_NAMES.map(
      (name) => [name, answering(name, handlers, behaviour.schema.source)] as const,
    );
    this.server.addService(service, Object.fromEntries(answers));
    // A caller that breaks off is no failure of ours.
    stream.on("error", () => stream.destroy());
    this.server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(stream);
  }

  close(): void {
    this.server.forceShutdown();
    this.stream.destroy();
  }
}

/** Answers one call; a failure is a diagnostic in the answer, so the server keeps serving. */
function answering(name: keyof Handlers, handlers: Handlers, source: string) {
  const handler = handlers[name] as (ask: object) => object | Promise<object>;
  const answer = async (ask: object): Promise<object> => {
    try {
      return await handler(ask);
    } catch (error) {
      return failureOf(name, failureMessage(subjectOf(ask) ?? source, error));
    }
  };
  return (call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>) => {
    void answer(call.request).then((message) => callback(null, message));
  };
}

function failureOf(name: keyof Handlers, failure: ReturnType<typeof failureMessage>): object {
  if (name === "StopProvider") return { error: failure.summary };
  return name === "CallFunction" ? { error: { text: failure.summary } } : { diagnostics: [failure] };
}

function subjectOf(ask: object): string | undefined {
  const subject = "typeName" in ask ? ask.typeName : undefined;
  return typeof subject === "string" && subject !== "" ? subject : undefined;
}
