import { errorsIn } from "./support/errors";
import { inLanes } from "./support/lanes";
import { randomNumbers } from "./support/shuffle";
import { SmallDeploy, type KillPoint } from "./support/small-deploy";
import { AFTER, BEFORE } from "./support/small-stack";

const SEED = Number(process.env.MESHWRIGHT_KILL_SEED ?? 20261120);
const random = randomNumbers(SEED);

/** Before the lines that an undisturbed deployment ends with. */
const LINES = { create: 58, change: 100 } as const;
const LONGEST_MS = 20;

const points = (count: number, lines: number): KillPoint[] =>
  Array.from({ length: count }, () => ({
    lines: Math.floor(random() * lines),
    thenMs: Math.floor(random() * LONGEST_MS),
  }));

const CREATING = points(10, LINES.create);
const CHANGING = points(6, LINES.change);

/** A deployment that was killed, and what came of the next one. */
interface Trial {
  readonly wasKilled: boolean;
  /** What Terraform complained of in the second run. */
  readonly errors: readonly string[];
  readonly known: unknown;
}

jest.setTimeout(120_000);

describe(`a deployment that is killed (seed ${SEED})`, () => {
  let created: SmallDeploy;
  let changed: SmallDeploy;
  const trials = new Map<KillPoint, Trial>();

  beforeAll(async () => {
    created = SmallDeploy.from().write(BEFORE);
    const first = await created.deploy();
    changed = SmallDeploy.from(created).write(AFTER);
    const second = await changed.deploy();
    if (first.code !== 0 || second.code !== 0) throw new Error(first.output + second.output);

    const start = (point: KillPoint): SmallDeploy =>
      CREATING.includes(point) ? SmallDeploy.from().write(BEFORE) : SmallDeploy.from(created).write(AFTER);
    await inLanes(2, [...CREATING, ...CHANGING], async (point) => {
      trials.set(point, await tried(start(point), point));
    });
  });

  it.each(CREATING)(
    "while it creates, $thenMs ms after line $lines, ends the same in a second run",
    (point) => {
      expect(trials.get(point)).toMatchObject({ errors: [] });
      expect(trials.get(point)?.known).toEqual(created.known());
    },
  );

  it.each(CHANGING)(
    "while it changes, $thenMs ms after line $lines, ends the same in a second run",
    (point) => {
      expect(trials.get(point)).toMatchObject({ errors: [] });
      expect(trials.get(point)?.known).toEqual(changed.known());
    },
  );

  it("was not faster than its killer, or hardly ever", () => {
    expect([...trials.values()].filter(({ wasKilled }) => wasKilled).length).toBeGreaterThanOrEqual(14);
  });
});

async function tried(deploy: SmallDeploy, kill: KillPoint): Promise<Trial> {
  const killed = await deploy.deploy({ kill });
  const again = await deploy.deploy();
  return { wasKilled: killed.code === null, errors: errorsIn(again), known: deploy.known() };
}
