// Prints the seconds from the start of this process until the engine has told the schema of AWS to a caller.
import grpc from "@grpc/grpc-js";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import wire from "../dist/src/offline/protocol/wire.js";
import engine from "../dist/src/offline/run/index.js";
import simulation from "../dist/src/offline/simulation.js";
import world from "../dist/src/offline/world/index.js";

const folder = mkdtempSync(join(tmpdir(), "mw-"));
const behaviours = new simulation.Simulation(simulation.simulatedTypes()).providers(
  world.World.open(join(folder, "world.json")),
);
await engine.withEngine({ providers: behaviours }, async ({ socketDirectory }) => {
  const client = new grpc.Client(`unix:${socketDirectory}/aws.sock`, grpc.credentials.createInsecure(), {
    "grpc.max_receive_message_length": -1,
  });
  const { path, requestSerialize, responseDeserialize } =
    wire.loadProtocol()[wire.SERVICE_NAME].GetProviderSchema;
  const answer = await new Promise((resolve, reject) =>
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, (error, value) =>
      error === null ? resolve(value) : reject(error),
    ),
  );
  client.close();
  if (Object.keys(answer.resourceSchemas).length === 0) throw new Error("an answer without a schema");
});
rmSync(folder, { recursive: true });
console.log((performance.now() / 1000).toFixed(3));
