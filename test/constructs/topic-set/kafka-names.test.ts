import fc from "fast-check";
import {
  appSessionArn,
  certificatePrincipal,
  certificateUserName,
  isMskScramSecretArn,
  mskScramSecretName,
  mskScramSecretPrefix,
} from "../../../src/names";
import { CLUSTER_ARN, PROD } from "../../support/fixtures";

const { site } = PROD;
const name = fc.stringMatching(/^[a-z][a-z0-9]{2,6}x$/);

it("a certificate's user is its principal without the kind", () => {
  expect(certificateUserName("orders", "order-placed")).toBe("CN=orders.order-placed");
  expect(certificatePrincipal("orders", "order-placed")).toBe("User:CN=orders.order-placed");
});

it("a session is named like the Kafka user, within the 64 characters of STS", () => {
  const longest = appSessionArn(site, "d".repeat(20), "a".repeat(20));

  expect(appSessionArn(site, "orders", "order-placed")).toBe(
    "arn:aws:sts::111122223333:assumed-role/prod-orders--order-placed/orders.order-placed",
  );
  expect(longest.split("/").at(-1)?.length).toBeLessThanOrEqual(64);
});

it("a secret for MSK starts as MSK demands and is below its domain alone", () => {
  fc.assert(
    fc.property(name, name, name, (domain, app, other) => {
      const secret = mskScramSecretName(site, domain, app);

      expect(secret).toBe(`AmazonMSK_mesh/prod/${domain}/${app}/kafka`);
      expect(secret.startsWith(mskScramSecretPrefix(site, domain))).toBe(true);
      if (other !== domain) expect(secret.startsWith(mskScramSecretPrefix(site, other))).toBe(false);
    }),
    { numRuns: 50 },
  );
});

it("an ARN is the secret's own only with six characters behind its name", () => {
  const secret = `arn:aws:secretsmanager:eu-central-1:111122223333:secret:${mskScramSecretName(site, "orders", "a")}`;
  const isOwn = (arn: string) => isMskScramSecretArn(arn, CLUSTER_ARN, site, "orders", "a");

  expect(
    [`${secret}-a1B2c3`, secret, `${secret}-a1B2c`, `${secret}-a1B2c3/`, `${secret}-x-a1B2c3`].map(isOwn),
  ).toEqual([true, false, false, false, false]);
});
