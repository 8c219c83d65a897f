/** Where the framework keeps every token that was ever made, and with a token the whole stack it is of. */
interface TokenMap {
  readonly stringTokenMap: Map<string, unknown>;
  readonly numberTokenMap: Map<number, unknown>;
}

/**
 * Runs `work`, then takes the tokens it made out of the framework's global map, so that the stacks they belong to can
 * be let go. Tokens that were there before stay: modules hold some in constants.
 *
 * The map is no public interface. Where it looks different, nothing is taken out, and memory grows with the stacks.
 */
export function releasingTokens<T>(work: () => T): T {
  const before = tokenMaps().map((map) => new Set(map.keys()));
  try {
    return work();
  } finally {
    tokenMaps().forEach((map, at) => {
      for (const key of map.keys()) if (before[at]?.has(key) !== true) map.delete(key);
    });
  }
}

/**
 * Runs `work` without the cost of describing where each token was made, which the framework does for all of them and
 * shows for none. Errors are not concerned: they do not use `captureStackTrace`.
 */
export function withoutTokenTraces<T>(work: () => T): T {
  const original = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");
  Error.captureStackTrace = () => undefined;
  try {
    return work();
  } finally {
    if (original !== undefined) Object.defineProperty(Error, "captureStackTrace", original);
  }
}

function tokenMaps(): Map<unknown, unknown>[] {
  const { __cdktfTokenMap: found } = globalThis as { __cdktfTokenMap?: Partial<TokenMap> };
  return [found?.stringTokenMap, found?.numberTokenMap].filter((map) => map instanceof Map);
}
