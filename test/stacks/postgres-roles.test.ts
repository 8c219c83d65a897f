import { domainPostgresPrefix, PLATFORM_STACK, PUBLIC_ROLE, RDS_IAM_ROLE } from "../../src/names";
import { shopWorkspace } from "../support/shop";

/** Nobody defines these: the server has them. */
const BUILT_IN: ReadonlySet<string> = new Set([PUBLIC_ROLE, RDS_IAM_ROLE]);

describe.each(["dev", "prod"])("the Postgres roles of the shop in %s", (environment) => {
  const shop = shopWorkspace();
  shop.synth(environment);
  const argsOf = (stack: string, type: string) => Object.values(shop.stack(stack).resource[type] ?? {});
  const definedIn = (stack: string) => argsOf(stack, "postgresql_role").map(({ name }) => String(name));
  const stacks = shop.stackNames();
  const boundaries = stacks.filter((name) => name.endsWith("-boundary"));

  /** Whoever gets something, and every group that a login joins. */
  const usedIn = (stack: string): string[] => [
    ...["postgresql_grant", "postgresql_default_privileges"].flatMap((type) =>
      argsOf(stack, type).map(({ role }) => String(role)),
    ),
    ...argsOf(stack, "postgresql_role").flatMap(({ roles }) => (roles ?? []) as string[]),
  ];

  test.each(stacks)("%s uses its own and those of boundaries, which are there first", (stack) => {
    const there = new Set([...definedIn(stack), ...boundaries.flatMap(definedIn), ...BUILT_IN]);

    expect(usedIn(stack).filter((role) => !there.has(role))).toEqual([]);
  });

  test("what a domain's stack gives to others goes to single apps, never to the logins of a whole domain", () => {
    const domains = stacks.filter((name) => name !== PLATFORM_STACK && !boundaries.includes(name));
    const shares = domains.flatMap((stack) =>
      usedIn(stack).filter((role) => !BUILT_IN.has(role) && !role.startsWith(domainPostgresPrefix(stack))),
    );

    expect(shares.length).toBeGreaterThan(0);
    expect(shares.filter((role) => !/^[a-z0-9_]+__reads_[a-z0-9_]+$/.test(role))).toEqual([]);
  });
});
