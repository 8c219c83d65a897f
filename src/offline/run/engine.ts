import { join } from "node:path";
import type { ProviderBehaviour } from "../model";
import type { ProviderServer } from "../protocol";
import { reattachment, serveProvider } from "../protocol";
import { makeSocketDirectory, removeDirectory, sweepSocketDirectories } from "./socket-directory";

/** What an engine serves, and where. */
export interface EngineOptions {
  /** The simulated providers, each of another source. */
  readonly providers: readonly ProviderBehaviour[];
  /** The directory for the directory of sockets. @default the system's directory for temporary files */
  readonly temporaryDirectory?: string;
}

/** An engine that is running. */
export interface Engine {
  /** The variables under which Terraform, OpenTofu and the cdktf CLI find the engine's providers. */
  readonly environment: Readonly<Record<string, string>>;
  /** The directory of its sockets; only this user can enter it. */
  readonly socketDirectory: string;
}

/**
 * Runs something with the engine under it. The engine lives in this process and ends with what is run, however
 * that ends; several at once do not meet.
 *
 * @throws Error when the sockets cannot be made, and whatever `run` throws.
 */
export async function withEngine<Result>(
  { providers, temporaryDirectory }: EngineOptions,
  run: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  await sweepSocketDirectories(temporaryDirectory);
  const socketDirectory = makeSocketDirectory(temporaryDirectory);
  const remove = () => removeDirectory(socketDirectory);
  // A process that is told to exit in the middle of it all still leaves nothing behind.
  process.once("exit", remove);

  const servers: ProviderServer[] = [];
  try {
    for (const behaviour of providers) {
      servers.push(await serveProvider(behaviour, join(socketDirectory, socketName(behaviour))));
    }
    return await run({ environment: environmentFor(servers), socketDirectory });
  } finally {
    for (const server of servers) server.close();
    remove();
    process.off("exit", remove);
  }
}

/** The name of a provider's socket, such as `kafka.sock`. */
function socketName({ schema }: ProviderBehaviour): string {
  return `${schema.source.split("/").at(-1)}.sock`;
}

function environmentFor(servers: readonly ProviderServer[]): Record<string, string> {
  return {
    TF_REATTACH_PROVIDERS: reattachment(servers),
    CHECKPOINT_DISABLE: "1",
    // The cdktf CLI would lock the providers' versions, which needs their registry; it reads its flags from here.
    CDKTF_SKIP_PROVIDER_LOCK: "true",
  };
}
