import { Simulation } from "../../src/offline/simulation";
import { liveServers } from "../support/live-servers";
import { differences, type Difference } from "./compare";
import { providerOf } from "./configuration";
import { readPairs, type Pair } from "./pair";
import { inWords, type Planned } from "./planned";
import { differencesInWords } from "./report";
import { covers, readReasons } from "./reasons";
import { COMPARED, MISSING_VARIABLE, requirements } from "./requirements";
import { EngineSide, RealSide } from "./sides";
import { table } from "./table";

interface Result {
  readonly engine: Planned;
  readonly real: Planned;
  readonly meant: readonly Difference[];
  readonly unmeant: readonly Difference[];
}

const MINUTES = 60_000;

const servers = liveServers();
const only = process.env.MESHWRIGHT_FIDELITY_ONLY ?? "";
const all = readPairs();
const reasons = readReasons();
const results = new Map<string, Result | Error>();

const isServed = ({ type }: Pair): boolean =>
  (providerOf(type) === "kafka" ? servers.kafka : servers.postgres) !== undefined;
const isChosen = (pair: Pair): boolean =>
  (pair.server !== true || isServed(pair)) && pair.title.includes(only);
const chosen = all.filter(isChosen);

async function comparePairs(provider: string): Promise<void> {
  const requirement = requirements()[provider];
  if (requirement === undefined) throw new Error(`no provider ${provider}`);
  const pairs = chosen.filter(({ type }) => providerOf(type) === provider);
  const engine = new EngineSide(new Simulation(pairs.map(({ type }) => type)), requirement, servers);
  const real = new RealSide(requirement, servers);
  try {
    for (const pair of pairs) {
      results.set(pair.title, await compared(pair, engine, real).catch(asError));
    }
  } finally {
    engine.remove();
    real.remove();
  }
}

async function compared(pair: Pair, engine: EngineSide, real: RealSide): Promise<Result> {
  const simulated = await engine.planned(pair);
  const actual = await real.planned(pair, simulated.state);
  const found = differences(simulated.planned, actual);
  const isMeant = (difference: Difference) =>
    reasons.some((reason) => covers(reason, pair.title, difference));
  return {
    engine: simulated.planned,
    real: actual,
    meant: found.filter(isMeant),
    unmeant: found.filter((difference) => !isMeant(difference)),
  };
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

function resultOf({ title }: Pair): Result {
  const result = results.get(title);
  if (result === undefined) throw new Error("not compared");
  if (result instanceof Error) throw result;
  return result;
}

function rowOf(pair: Pair) {
  if (!isChosen(pair)) return { pair: pair.title, engine: "-", real: "-", verdict: "needs a server" };
  const result = results.get(pair.title);
  if (result === undefined || result instanceof Error) {
    return { pair: pair.title, engine: "?", real: "?", verdict: "could not be compared" };
  }
  const verdict =
    result.unmeant.length > 0 ? "DIFFERENT" : result.meant.length > 0 ? "differs, see reasons" : "same";
  return { pair: pair.title, engine: inWords(result.engine), real: inWords(result.real), verdict };
}

const describeWhenThere = process.env[MISSING_VARIABLE] === undefined ? describe : describe.skip;

describeWhenThere("the engine plans what the real provider plans", () => {
  beforeAll(() => Promise.all(COMPARED.map(comparePairs)), 15 * MINUTES);
  afterAll(() =>
    process.stdout.write(`${table(all.filter((pair) => pair.title.includes(only)).map(rowOf))}\n`),
  );

  for (const pair of chosen) {
    test(pair.title, () => {
      const { real, unmeant } = resultOf(pair);

      expect(inWords(real)).toBe(pair.expect);
      expect(differencesInWords(unmeant)).toBe("");
    });
  }

  test("every reason is of a pair that differs so", () => {
    const stale = reasons.filter(({ pair, path }) => {
      const result = results.get(pair);
      if (result === undefined) return !all.some(({ title }) => title === pair);
      return result instanceof Error || !result.meant.some((found) => found.path.startsWith(path));
    });

    expect(stale).toEqual([]);
  });
});
