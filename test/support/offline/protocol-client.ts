import { Client, credentials } from "@grpc/grpc-js";
import type { ServiceDefinition } from "@grpc/grpc-js";
import type { AnswerOf, Ask } from "../../../src/offline/protocol/messages";
import type { CallName } from "../../../src/offline/protocol/wire";
import { loadProtocol, SERVICE_NAME } from "../../../src/offline/protocol/wire";

/** Speaks to a simulated provider as Terraform does, also what Terraform would not say. */
export class ProtocolClient {
  private readonly client: Client;
  private readonly service = loadProtocol()[SERVICE_NAME] as ServiceDefinition;

  constructor(socket: string) {
    this.client = new Client(`unix:${socket}`, credentials.createInsecure(), {
      // A connection of its own, as Terraform opens for each provider configuration.
      "grpc.use_local_subchannel_pool": 1,
    });
  }

  call<Name extends CallName>(name: Name, ask: Partial<Ask<Name>> = {}): Promise<AnswerOf<Name>> {
    const method = this.service[name];
    if (method === undefined) throw new Error(`no call ${name}`);
    return this.send(method.path, method.requestSerialize(ask), (bytes) =>
      method.responseDeserialize(bytes),
    ) as Promise<AnswerOf<Name>>;
  }

  /** Sends bytes of any kind as a call's request. */
  send(
    path: string,
    bytes: Buffer,
    read: (answer: Buffer) => unknown = (answer) => answer,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.client.makeUnaryRequest(
        path,
        (request: Buffer) => request,
        read,
        bytes,
        (error, answer) => (error === null ? resolve(answer) : reject(error)),
      );
    });
  }

  close(): void {
    this.client.close();
  }
}
