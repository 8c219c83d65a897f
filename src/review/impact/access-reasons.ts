import { domainOf, push, type PortKey } from "../../mesh";
import type { Grant, ReasonOf, Shift } from "../access";
import type { AccessChange, AccessReason, MeshSide } from "../model";
import { does, partyOf, type SideNames } from "./access-parties";
import { movedPrefixes, thingsOf, type Thing } from "./access-things";
import { DomainNames } from "./domain-names";
import { PortNames, type Reader } from "./port-names";

/** What a reader needs of what it reads; actions in small letters. */
const READING = new RegExp(
  `^(${[
    ...["kafka-cluster:(describetopic\\*?|describetopicdynamicconfiguration|readdata)", "read", "describe"],
    ...["s3:(getobject|getobjecttagging|getobjectversion|listbucket|getbucketlocation)"],
    ...["kms:(decrypt|describekey)", "select", "usage"],
  ].join("|")})$`,
);

/** What every app and every pipeline may do: to get in, and to see what there is; nobody's data. */
const COMMON = new RegExp(
  `^(${[
    ...["kafka-cluster:(connect|describecluster|writedataidempotently)", "kms:listaliases"],
    ...["iam:(get|list)\\*"],
    ...["logs:describeloggroups", "connect"],
  ].join("|")})$`,
);

/** The role of the database server that lets IAM log somebody in. */
const LOGIN_ROLE = "role rds_iam";

type Agreement = AccessReason & { readonly kind: "agreement" };

/** Agreements by the domain that reads. */
type Agreements = ReadonlyMap<string, readonly Agreement[]>;

/**
 * Why access changes in a domain's stack: what is gained is needed by an agreement, what is lost was needed by one that
 * ends, or it is what a domain's own identities may do with what is its own. Anything else has no reason that the mesh
 * knows of.
 *
 * @param agreements the changes of agreements between the two sides
 * @param sides before and after
 */
export function accessReasons(
  agreements: readonly AccessChange[],
  sides: readonly MeshSide[],
): (domain: string | undefined) => ReasonOf {
  // Every name of a large mesh takes a while to build: only a change of access pays for it.
  let explain: Explain | undefined;
  return (domain) => (shift) => (explain ??= explainer(agreements, sides))(shift, domain);
}

type Explain = (shift: Shift, domain: string | undefined) => AccessReason;

function explainer(agreements: readonly AccessChange[], sides: readonly MeshSide[]): Explain {
  const names = sides.map((side): SideNames => ({
    domains: DomainNames.of(side),
    ports: PortNames.of(side),
  }));
  const gained = inForce(sides.at(-1));
  const lost = ended(agreements);
  const passing = passingPorts(names);
  /** The agreement by which a reader read the last it did of a domain. */
  const farewell: Known["farewell"] = (party, producer) => {
    const isMeant = ({ reader, port }: Agreement): boolean =>
      domainOf(port) === producer && (party.app === undefined || reader === `${party.domain}/${party.app}`);
    const stays = (gained.get(party.domain) ?? []).some(isMeant);
    return stays ? undefined : (lost.get(party.domain) ?? []).find(isMeant);
  };
  return (shift, domain) => {
    const begun = shift.direction === "gained" ? gained : shift.direction === "lost" ? lost : NO_AGREEMENTS;
    // What is new is named by the head, what is gone by the base.
    const inOrder = shift.direction === "lost" ? names : [...names].reverse();
    for (const side of inOrder) {
      const reason = reasonFor(shift, side, begun, domain, { passing, farewell });
      if (reason !== undefined) return reason;
    }
    return { kind: "none" };
  };
}

const NO_AGREEMENTS: Agreements = new Map();

/** What both sides together tell. */
interface Known {
  readonly passing: Passing;
  readonly farewell: (party: Reader, producer: string) => Agreement | undefined;
}

/** The ports that are there on one side alone. */
interface Passing {
  readonly has: (port: PortKey) => boolean;
  /** Whether objects below a prefix are those of such a port of a domain. */
  readonly hasPrefix: (prefix: string, domain: string) => boolean;
}

function passingPorts(names: readonly SideNames[]): Passing {
  const [base, head] = names;
  const has = (port: PortKey): boolean => base?.ports.isBuilt(port) !== head?.ports.isBuilt(port);
  return {
    has,
    hasPrefix: (prefix, domain) =>
      names.some(({ ports }) =>
        ports.portsBelowPrefix(prefix).some((port) => domainOf(port) === domain && has(port)),
      ),
  };
}

/** What is agreed afterwards, whether it was before or not. */
function inForce(head: MeshSide | undefined): Agreements {
  return byReader(
    (head?.index.accesses ?? []).map(({ consumer, app, port }) => ({
      kind: "agreement",
      reader: `${consumer}/${app}`,
      port,
    })),
  );
}

const ended = (changes: readonly AccessChange[]): Agreements =>
  byReader(
    changes.flatMap(({ direction, because }) =>
      direction === "lost" && because?.kind === "agreement" ? [because] : [],
    ),
  );

function byReader(agreements: readonly Agreement[]): Agreements {
  const found = new Map<string, Agreement[]>();
  for (const agreement of agreements) push(found, consumerOf(agreement.reader), agreement);
  return found;
}

const consumerOf = (reader: string): string => reader.slice(0, reader.indexOf("/"));

function reasonFor(
  { grant, parts, direction }: Shift,
  names: SideNames,
  begun: Agreements,
  own: string | undefined,
  { passing, farewell }: Known,
): AccessReason | undefined {
  if (direction === "gained" && isLoosened(grant, parts)) return undefined;
  const party = partyOf(grant, names, own);
  const things = thingsOf(grant, parts, names, own);
  if (party === undefined) {
    if (own === undefined || !keepsOthersOut(grant)) return undefined;
    const moved = movedPrefixes(grant, parts);
    // Who keeps others out of its own more strictly takes from nobody what an agreement gives: that is told by its reader.
    const isStricter = direction === "lost" && things.every((thing) => thing?.domain === own);
    const isAboutPassing =
      moved.length > 0
        ? moved.every((prefix) => passing.hasPrefix(prefix, own))
        : things.every(
            (thing) => thing?.domain === own && thing.port !== undefined && passing.has(thing.port),
          );
    const isOwn = isStricter || isAboutPassing;
    return isOwn ? { kind: "own", domain: own } : undefined;
  }
  const isOwn =
    (does(grant, COMMON) && !grant.action.except) ||
    things.every((thing) => thing?.domain === party.domain) ||
    (grant.what?.parts.every(({ pattern }) => pattern === LOGIN_ROLE) ?? false);
  if (isOwn) return { kind: "own", domain: party.domain };
  if (!does(grant, READING)) return undefined;
  const isKeptOut = direction === "lost" && grant.effect === "deny" && own !== undefined;
  if (isKeptOut && things.every((thing) => thing?.domain === own)) {
    const last = farewell(party, own);
    if (last !== undefined) return last;
  }
  return (begun.get(party.domain) ?? []).find((agreement) =>
    things.every((thing) => isFor(thing, agreement, party)),
  );
}

/** Conditions that say what a statement is about. */
const ABOUT = /^(s3:prefix|kms:ResourceAliases)$/i;

/** True when a condition no longer holds that says more than what it is about: no agreement asks for that. */
function isLoosened({ effect, conditions }: Grant, parts: readonly Grant[]): boolean {
  const keyOf = (some: Grant["conditions"]): string =>
    JSON.stringify(
      some
        .filter(({ key }) => !ABOUT.test(key))
        .map((each) => JSON.stringify(each))
        .sort(),
    );
  return effect === "allow" && parts.some((part) => keyOf(part.conditions) !== keyOf(conditions));
}

/** True for a denial of everybody but some, which comes and goes with what it is about. */
const keepsOthersOut = ({ effect, who }: Grant): boolean =>
  effect === "deny" && !who.except && who.parts.every(({ pattern }) => pattern === "*");

/** True for what the reader of an agreement needs, and nobody else by it. */
function isFor(thing: Thing | undefined, { reader, port }: Agreement, { domain, app }: Reader): boolean {
  if (thing === undefined || (app !== undefined && `${domain}/${app}` !== reader)) return false;
  if (thing.port === port || thing.elsewhere?.includes(port) === true) return true;
  // Where no product has the prefix, there is nothing to list, whatever the statement's other buckets have.
  if (thing.elsewhere !== undefined && thing.elsewhere.length > 0 && thing.domain === domainOf(port))
    return true;
  return thing.isShared === true && thing.domain === domainOf(port);
}
