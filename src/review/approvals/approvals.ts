import { compare, type Access, type PortKey, type Product } from "../../mesh";
import { boundaryStackName } from "../../names";
import {
  listedUpTo,
  plain,
  say,
  type Acknowledged,
  type Approval,
  type Consumer,
  type GuardChange,
  type MeshSide,
  type ProductReview,
  type StackReview,
  type Text,
  type Verdict,
} from "../model";
import type { Risks } from "./acknowledgements";
import { acceptorsOf, domainOn, platformTeam } from "./place";

/** Strongest first. */
const KINDS: readonly Approval["kind"][] = ["approves", "consulted", "informed"];

/**
 * Who has to approve a change, who is asked and who is told: from the owners and the RACI of the domains that change,
 * the owners of those that are hurt, and the platform for its own stacks. Each team once, with the strongest of its
 * parts; strongest first, then by name.
 */
export function approvals(
  stacks: readonly StackReview[],
  products: readonly ProductReview[],
  { losses, breaks, guards = [] }: Risks & { readonly guards?: readonly GuardChange[] },
  base?: MeshSide,
  head?: MeshSide,
): Approval[] {
  const parts = new Parts(base, head);
  for (const domain of changedDomains(stacks, products)) parts.addDomain(domain);
  parts.addPlatform(platformStacks(stacks));
  for (const { domain, stack, acknowledged } of losses) {
    parts.addAcceptance(domain, say`stack ${stack} loses data`, acknowledged);
  }
  for (const { domain, acknowledged } of breaks) {
    parts.addAcceptance(domain, say`${domain} breaks its readers`, acknowledged);
  }
  for (const { verdict, resources } of stacks) {
    if (verdict === "none") continue;
    for (const resource of resources) parts.addReaders(resource.consumers, resource.verdict);
  }
  for (const { consumers, verdict } of products) parts.addReaders(consumers, verdict);
  for (const { teams, about } of guards) parts.addGuard(teams, about);
  parts.addPersonalData();
  return parts.all();
}

/** Domains of which something changes that is more than words. */
function changedDomains(stacks: readonly StackReview[], products: readonly ProductReview[]): string[] {
  const domains = new Set<string>();
  for (const { stack, domain, verdict } of stacks) {
    if (domain !== undefined && verdict !== "none" && !isBoundary(stack, domain)) domains.add(domain);
  }
  for (const { domain, verdict } of products) if (verdict !== "none") domains.add(domain);
  return [...domains].sort(compare);
}

const isBoundary = (stack: string, domain: string): boolean => stack === boundaryStackName(domain);

function platformStacks(stacks: readonly StackReview[]): string[] {
  return stacks
    .filter(
      ({ stack, domain, verdict }) =>
        verdict !== "none" && (domain === undefined || isBoundary(stack, domain)),
    )
    .map(({ stack }) => stack)
    .sort(compare);
}

/** What readers notice, and whether their owner has to agree to it. */
const READERS_PART: Partial<Readonly<Record<Verdict, Approval["kind"]>>> = {
  dataLoss: "approves",
  breaks: "approves",
  access: "informed",
  interruption: "informed",
};

/** More stacks than these are counted. */
const MOST_STACKS = 4;

/** The parts that teams have in a change. */
class Parts {
  private readonly byTeam = new Map<
    string,
    Map<string, { readonly kind: Approval["kind"]; readonly reason: Text }>
  >();

  constructor(
    private readonly base: MeshSide | undefined,
    private readonly head: MeshSide | undefined,
  ) {}

  addDomain(name: string): void {
    const domain = domainOn(name, this.head, this.base);
    if (domain === undefined) return;
    const { owner, raci } = domain;
    this.add(owner.team, "approves", say`owner of ${name}`);
    for (const team of raci.accountable) this.add(team, "approves", say`accountable for ${name}`);
    for (const team of raci.responsible) this.add(team, "approves", say`responsible for ${name}`);
    for (const team of raci.consulted) this.add(team, "consulted", say`consulted by ${name}`);
    for (const team of raci.informed) this.add(team, "informed", say`informed by ${name}`);
  }

  addPlatform(stacks: readonly string[]): void {
    if (stacks.length === 0) return;
    const names = listedUpTo(stacks, MOST_STACKS);
    this.add(
      platformTeam(this.head, this.base),
      "approves",
      say`platform: ${[stacks.length === 1 ? "stack" : "stacks"]} ${names}`,
    );
  }

  addAcceptance(domain: string, what: Text, acknowledged: Acknowledged | undefined): void {
    const state = acknowledged === undefined ? "not acknowledged yet" : "acknowledged";
    for (const team of acceptorsOf(domain, this.head, this.base)) {
      this.add(team, "approves", say`${what} (${[state]})`);
    }
  }

  /** Who answers for a guard does not lose it unasked. */
  addGuard(teams: readonly string[], about: Text): void {
    for (const team of teams) this.add(team, "approves", say`guard: ${about}`);
  }

  /** Who reads directly is hurt; who reads what is made from it is told. */
  addReaders(consumers: readonly Consumer[], verdict: Verdict): void {
    const kind = READERS_PART[verdict];
    if (kind === undefined) return;
    for (const { team, domain, port, direct } of consumers) {
      const reason = direct
        ? say`${domain} reads ${port}`
        : say`${domain} reads ${port}, which is made from it`;
      this.add(team, direct ? kind : "informed", reason);
    }
  }

  /** Nobody gets to read personal data without those whom its domain consults. */
  addPersonalData(): void {
    if (this.head === undefined) return;
    const known = new Set(this.base?.index.accesses.map(readerOf));
    for (const access of this.head.index.accesses) {
      const product = this.head.index.mesh.ports.get(access.port);
      if (product === undefined || !this.isPersonal(product)) continue;
      if (known.has(readerOf(access)) && this.wasPersonal(access.port)) continue;
      for (const team of domainOn(product.domain, this.head, this.base)?.raci.consulted ?? []) {
        this.add(team, "consulted", say`${access.consumer} gets to read personal data in ${access.port}`);
      }
    }
  }

  all(): Approval[] {
    return [...this.byTeam]
      .map(([team, parts]): Approval => {
        const sorted = [...parts.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
        return { team, kind: sorted[0]?.kind ?? "informed", reasons: sorted.map(({ reason }) => reason) };
      })
      .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.team, b.team));
  }

  private add(team: string, kind: Approval["kind"], reason: Text): void {
    if (team === "") return;
    const parts = this.byTeam.get(team) ?? new Map<string, { kind: Approval["kind"]; reason: Text }>();
    this.byTeam.set(team, parts);
    const key = plain(reason);
    const before = parts.get(key);
    if (before === undefined || KINDS.indexOf(kind) < KINDS.indexOf(before.kind))
      parts.set(key, { kind, reason });
  }

  private isPersonal({ contract }: Product): boolean {
    const personal = this.head?.index.mesh.policy.personal ?? [];
    return (contract?.objects ?? []).some(({ fields }) =>
      fields.some(({ classification = "" }) => personal.includes(classification)),
    );
  }

  private wasPersonal(port: PortKey): boolean {
    const product = this.base?.index.mesh.ports.get(port);
    return product !== undefined && this.isPersonal(product);
  }
}

const readerOf = ({ consumer, app, port }: Access): string => `${consumer}/${app} ${port}`;
