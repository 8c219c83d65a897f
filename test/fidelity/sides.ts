import { rmSync } from "node:fs";
import { join } from "node:path";
import { withEngine } from "../../src/offline/run";
import type { Simulation } from "../../src/offline/simulation";
import { World } from "../../src/offline/world";
import type { LiveServers } from "../support/live-servers";
import type { Requirement } from "./configuration";
import type { Pair } from "./pair";
import type { Planned } from "./planned";
import { Workplace } from "./workplace";

/** The simulated provider, with a world of its own for each pair. */
export class EngineSide {
  private readonly workplace: Workplace;

  constructor(
    private readonly simulation: Simulation,
    requirement: Requirement,
    servers: Partial<LiveServers>,
  ) {
    this.workplace = new Workplace(requirement, servers);
  }

  /** The plan of a pair, and the state it was made on. */
  async planned(pair: Pair): Promise<{ readonly planned: Planned; readonly state: string | undefined }> {
    const file = join(this.workplace.path, "world.json");
    for (const name of [file, `${file}.journal`]) rmSync(name, { force: true });
    const contents = Object.entries(pair.world).flatMap(([type, identities]) =>
      identities.map((identity) => [type, identity, {}] as const),
    );
    const providers = this.simulation.providers(World.open(file, { contents }));

    return withEngine({ providers }, async ({ environment }) => {
      await this.workplace.apply(pair, environment);
      if (pair.import !== undefined) this.workplace.state = undefined;
      const { state } = this.workplace;
      return { planned: await this.workplace.plan(pair, environment), state };
    });
  }

  remove(): void {
    this.workplace.remove();
  }
}

/** The real provider: it plans on the engine's state or, where it asks its server while it plans, on its own. */
export class RealSide {
  private readonly workplace: Workplace;

  constructor(requirement: Requirement, servers: Partial<LiveServers>) {
    this.workplace = new Workplace(requirement, servers);
  }

  async planned(pair: Pair, state: string | undefined): Promise<Planned> {
    if (pair.server === true) return this.plannedOnServer(pair);
    this.workplace.state = state;
    return this.workplace.plan(pair, {});
  }

  private async plannedOnServer(pair: Pair): Promise<Planned> {
    await this.workplace.apply(pair, {});
    const { state } = this.workplace;
    try {
      if (pair.import !== undefined) this.workplace.state = undefined;
      return await this.workplace.plan(pair, {});
    } finally {
      this.workplace.state = state;
      await this.workplace.destroy(pair, {});
    }
  }

  remove(): void {
    this.workplace.remove();
  }
}
