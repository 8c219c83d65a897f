import { BoundaryStack } from "../../stacks/boundary";
import { DomainStack } from "../../stacks/domain";
import { PlatformStack, type PlatformStackProps } from "../../stacks/platform";
import { boundaryStackName, domainStackName, PLATFORM_STACK } from "../names";
import { consumersOf, type Domain } from "../mesh";
import { boundaryStackProps } from "./boundary-props";
import { domainStackProps } from "./domain-props";
import type { MeshView } from "./mesh-view";
import type { StackPlan } from "./stack-plan";

/**
 * Every stack of an environment: the platform's, all boundaries, all domains. One after another, so that the props of
 * one can be let go before those of the next are made.
 */
export function* planStacks(view: MeshView): Generator<StackPlan> {
  const built = [...view.mesh.domains.values()].filter(hasStacks);

  yield platformPlan(view);
  for (const domain of built) yield boundaryPlan(view, domain);
  for (const domain of built) yield domainPlan(view, domain);
}

/** A domain that only groups others has nothing to provision. */
export function hasStacks({ products, subscriptions }: Domain): boolean {
  return products.length > 0 || subscriptions.length > 0;
}

function platformPlan(view: MeshView): StackPlan {
  const { environment, state, mesh, manifest } = view;
  const props: PlatformStackProps = {
    environment,
    state,
    alertEmails: mesh.alerts.platform,
    deployProvider: manifest.deploy?.provider,
    domainAccounts: foreignAccounts(view),
    producerBytesPerSecond: mesh.limits.producerBytesPerSecond,
    consumerBytesPerSecond: mesh.limits.consumerBytesPerSecond,
    databaseRunbookUrl:
      mesh.alerts.runbooks && runbookUrlOf(mesh.alerts.runbooks, PLATFORM_STACK, "postgres"),
  };
  return {
    name: PLATFORM_STACK,
    input: props,
    after: [],
    define: (app) => new PlatformStack(app, PLATFORM_STACK, props),
  };
}

function boundaryPlan(view: MeshView, domain: Domain): StackPlan {
  const name = boundaryStackName(domain.name);
  const props = boundaryStackProps(view, domain);
  return {
    name,
    domain: domain.name,
    input: props,
    after: [PLATFORM_STACK],
    define: (app) => new BoundaryStack(app, name, props),
  };
}

/** A domain needs its own boundary, and those of its readers: it grants to their Postgres groups. */
function domainPlan(view: MeshView, domain: Domain): StackPlan {
  const name = domainStackName(domain.name);
  const props = domainStackProps(view, domain);
  return {
    name,
    domain: domain.name,
    input: props,
    after: [domain.name, ...consumersOf(view.index, domain.name)].map(boundaryStackName),
    define: (app) => new DomainStack(app, name, props),
  };
}

/** Accounts of domains that have one of their own, sorted. */
function foreignAccounts({ mesh, environment, siteOf }: MeshView): string[] {
  const accounts = new Set([...mesh.domains.keys()].map((name) => siteOf(name).account));
  accounts.delete(environment.site.account);
  return [...accounts].sort();
}

const runbookUrlOf = (base: string, ...pages: string[]): string =>
  [base.replace(/\/+$/, ""), ...pages].join("/");
