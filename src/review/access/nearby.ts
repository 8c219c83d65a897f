import { choiceKey, thingsCover } from "./cover";
import type { Choice, Grant } from "./grant";

/** Grants on the same thing. */
interface OnThing {
  readonly what: Choice | undefined;
  readonly grants: Grant[];
}

/** The things that somebody has grants on, and which of them are near another one, once that was asked. */
interface OfSomebody {
  readonly things: Map<string, OnThing>;
  readonly near: Map<string, readonly Grant[]>;
}

/**
 * Grants by who has them and what they are about: policies name few things many times, so things are compared once for
 * all grants on them.
 */
export class Nearby {
  private readonly all = new Map<string, OfSomebody>();

  /** @param isNear whether the first thing, one of these grants', is near the second, which is asked for */
  constructor(
    grants: readonly Grant[],
    private readonly isNear: (one: Choice | undefined, asked: Choice | undefined) => boolean,
  ) {
    for (const grant of grants) this.add(grant);
  }

  /** The grants of the same people, on things near the one that a grant is about. */
  of(grant: Grant, who = whoKey(grant)): readonly Grant[] {
    const somebody = this.all.get(who);
    if (somebody === undefined) return [];
    const key = choiceKey(grant.what);
    const known = somebody.near.get(key);
    if (known !== undefined) return known;

    const found = [...somebody.things.values()]
      .filter(({ what }) => this.isNear(what, grant.what))
      .flatMap(({ grants }) => grants);
    somebody.near.set(key, found);
    return found;
  }

  private add(grant: Grant): void {
    const [who, what] = [whoKey(grant), choiceKey(grant.what)];
    const somebody: OfSomebody = this.all.get(who) ?? { things: new Map(), near: new Map() };
    this.all.set(who, somebody);
    const onThing = somebody.things.get(what);
    if (onThing === undefined) somebody.things.set(what, { what: grant.what, grants: [grant] });
    else onThing.grants.push(grant);
  }
}

/** Grants on things that hold the thing asked for; all of them where it is everything but some. */
export const around = (grants: readonly Grant[]): Nearby =>
  new Nearby(grants, (one, asked) => asked?.except === true || thingsCover(one, asked));

/** Grants on things that the thing asked for holds. */
export const inside = (grants: readonly Grant[]): Nearby =>
  new Nearby(grants, (one, asked) => thingsCover(asked, one));

/** All grants that are not of one alone. */
export const FOR_MANY = "many";

const whoKey = ({ who }: Grant): string =>
  who.except || who.parts.some(({ pattern }) => pattern === "*") ? FOR_MANY : choiceKey(who);
