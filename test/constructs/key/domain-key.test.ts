import { DomainKey, KEY_DELETION_WINDOW_DAYS, type DomainKeyProps } from "../../../constructs/key";
import type { PolicyDocument } from "../../../constructs/policy";
import { ValidationError } from "../../../constructs/validation";
import { DEV, PROD, analyticsReader, ordersApp, vendorReader } from "../../support/fixtures";
import { Template, testStack } from "../../support/template";

const synth = (props: Partial<DomainKeyProps> = {}, use: (key: DomainKey) => void = () => {}): Template =>
  Template.from((stack) =>
    use(new DomainKey(stack, "Key", { environment: PROD, domain: "orders", ...props })),
  );

const policyOf = (template: Template): PolicyDocument =>
  JSON.parse(template.one("aws_kms_key").args.policy as string) as PolicyDocument;

const keyFor = (props: Partial<DomainKeyProps> = {}): DomainKey =>
  new DomainKey(testStack(), "Key", { environment: PROD, domain: "orders", ...props });

describe("a domain's key", () => {
  it("rotates, waits 30 days before it is gone, and keeps AWS's check against locking everyone out", () => {
    const { args } = synth().one("aws_kms_key");

    expect(args).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      bypass_policy_lockout_safety_check: false,
      tags: { "mesh:domain": "orders", "mesh:env": "prod" },
    });
    expect(KEY_DELETION_WINDOW_DAYS).toBe(30);
    expect(args).not.toHaveProperty("region");
  });

  it("is known by an alias that other stacks can compute", () => {
    const template = synth();

    expect(template.one("aws_kms_alias").args).toEqual({
      name: "alias/mesh/prod/orders",
      target_key_id: `\${${template.one("aws_kms_key").address}.key_id}`,
    });
    expect(keyFor()).toMatchObject({
      keyAlias: "alias/mesh/prod/orders",
      keyAliasArn: "arn:aws:kms:eu-central-1:111122223333:alias/mesh/prod/orders",
    });
  });

  it("has its policy inline, and no second resource for it", () => {
    const template = synth();

    expect(policyOf(template).Statement.map(({ Sid }) => Sid)).toEqual([
      ...["AccountAdministers", "DenyForeignRoles", "DenyOtherDomains", "DenyOtherReaders"],
      ...["AllowAlarms", "AllowLogs"],
    ]);
    expect(template.count("aws_kms_key_policy")).toBe(0);
  });

  it.each([
    ["a protected environment", { environment: PROD }, true],
    ["an open environment", { environment: DEV }, false],
    ["an open environment that retains", { environment: DEV, retain: true }, true],
    ["a protected environment that lets go", { environment: PROD, retain: false }, false],
  ])("can be destroyed by plan or not: %s", (_where, props, kept) => {
    const lifecycle = synth(props).one("aws_kms_key").args.lifecycle;

    expect(lifecycle).toEqual(kept ? { prevent_destroy: true } : undefined);
  });

  it("lives in the domain's own account and region", () => {
    const site = { ...PROD.site, account: "777788889999", region: "eu-west-1" };

    expect(keyFor({ site }).keyAliasArn).toBe("arn:aws:kms:eu-west-1:777788889999:alias/mesh/prod/orders");
  });

  it("lets in readers that are granted later, each once, in whatever order", () => {
    const grant = (key: DomainKey, apps: readonly (typeof ordersApp)[]) =>
      apps.forEach((app) => key.grantDecrypt(app));
    const oneWay = synth({}, (key) => grant(key, [analyticsReader, vendorReader, analyticsReader]));
    const otherWay = synth({}, (key) => grant(key, [vendorReader, analyticsReader]));

    const policy = policyOf(oneWay);

    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual(
      expect.arrayContaining(["DenyReadersOutsideS3", "AllowReaders"]),
    );
    expect(JSON.stringify(policyOf(otherWay))).toBe(JSON.stringify(policy));
  });

  it("gives a reader what its own role needs", () => {
    const grant = keyFor().grantDecrypt(analyticsReader);

    expect(grant).toEqual({
      grantee: analyticsReader,
      actions: ["kms:Decrypt", "kms:DescribeKey"],
      resources: ["alias/mesh/prod/orders"],
      statements: [
        {
          Sid: "DecryptOrders",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:DescribeKey"],
          Resource: "arn:aws:kms:eu-central-1:111122223333:key/*",
          Condition: {
            "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/mesh/prod/orders" },
            StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
          },
        },
      ],
    });
  });

  it("leaves its policy alone for apps of its own domain, which it lets in anyway", () => {
    const before = policyOf(synth());
    const after = policyOf(
      synth({}, (key) => void [key.grantDecrypt(ordersApp), key.grantEncrypt(ordersApp)]),
    );

    expect(after).toEqual(before);
  });

  it("is granted from another stack by names alone", () => {
    const imported = DomainKey.fromDomain({ site: PROD.site, domain: "orders" });

    expect(imported.grantDecrypt(analyticsReader)).toEqual(keyFor().grantDecrypt(analyticsReader));
  });

  it("holds no token in its policy", () => {
    const policy = synth({}, (key) => key.grantDecrypt(vendorReader)).one("aws_kms_key").args.policy;

    expect(policy).not.toMatch(/\$\{/);
  });
});

describe("a key refuses", () => {
  const messageOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof ValidationError) return error.message;
      throw error;
    }
    return "";
  };

  it("a domain that cannot be named", () => {
    expect(messageOf(() => keyFor({ domain: "Orders" }))).toBe(
      "[orders/Key] domain 'Orders' must be lower-case words of letters and digits joined by single hyphens, " +
        "starting with a letter",
    );
  });

  it("a site of another environment", () => {
    expect(messageOf(() => keyFor({ site: DEV.site }))).toBe(
      "[orders/Key] EnvMismatch: site is of environment 'dev', the construct of 'prod'; " +
        "give both the same environment",
    );
  });

  it("a reader of another environment", () => {
    const devReader = { ...analyticsReader, site: DEV.site };

    expect(messageOf(() => keyFor().grantDecrypt(devReader))).toBe(
      "[orders/Key] EnvMismatch: reader 'analytics/reader' is in shop/dev, the data of 'orders' is in shop/prod; " +
        "grant to an app of the same environment",
    );
  });

  it("a writer of another domain", () => {
    expect(messageOf(() => keyFor().grantEncrypt(analyticsReader))).toBe(
      "[orders/Key] ForeignResource: 'analytics/reader' in account 111122223333 cannot write the data of 'orders'; " +
        "only apps of 'orders' in account 111122223333 can",
    );
  });

  it("more readers than AWS takes, when the stack is synthesised", () => {
    const many = (key: DomainKey) => {
      for (let n = 1; n <= 400; n += 1) key.grantDecrypt({ ...analyticsReader, app: `reader-${n}` });
    };

    expect(() => synth({}, many)).toThrow(
      /\[orders\/Key\] PolicyTooLarge: key policy has \d+ of 32768 characters; share the product with fewer domains/,
    );
  });
});
