import {
  alarmArn,
  alarmPrefix,
  appRoleArn,
  logGroupArn,
  logGroupPrefix,
  PLATFORM_ROLE_PATH,
  portPrefix,
  roleArn,
  type Site,
} from "../../../../src/names";
import { named, type Actor, type MatrixCase } from "../matrix-case";
import type { Scenario } from "../scenario";
import { actorsOf } from "./actors";
import { Targets, throughS3 } from "./targets";

/** 51, R, X and services: what bucket and key policies do by themselves. */
export function outsiderCases(scenario: Scenario): MatrixCase[] {
  const { site, domain } = scenario.consumer.of;
  return [
    ...crossAccountCases(scenario),
    ...otherReaderCases(scenario),
    ...closedCases(scenario, scenario.environment.site, scenario.domain, ""),
    ...closedCases(scenario, site, domain, "2"),
    ...sharedPortCases(scenario, scenario.domain),
    ...sharedPortCases(scenario, domain),
  ];
}

const everywhere = (principal: string): Actor => ({ principal, identity: "everything" });
const service = (principal: string): Actor => ({ principal, identity: "none" });

function crossAccountCases(scenario: Scenario): MatrixCase[] {
  const { consumer, hidden } = scenario;
  const { site, domain, product, major } = consumer.of;
  const targets = new Targets(scenario);
  const shared = targets.object(site, domain, product, major);
  const bucket = targets.bucket(site, domain);
  const key = targets.key(site, domain);
  const { allow, deny } = named(actorsOf(scenario).XC);

  return [
    allow("51", "reads a shared object from another account", "s3:GetObject", shared),
    deny("51b", "reads one not shared", "s3:GetObject", targets.object(site, domain, hidden, 1)),
    deny("51c", "puts one", "s3:PutObject", shared),
    allow("51d", "lists the shared prefix", "s3:ListBucket", bucket, {
      "s3:prefix": portPrefix(product, major),
    }),
    deny("51e", "lists the bucket", "s3:ListBucket", bucket, [], { "s3:prefix": "" }),
    allow("51f", "decrypts through S3", "kms:Decrypt", key, throughS3(site)),
    deny("51g", "decrypts by itself", "kms:Decrypt", key),
    deny("51h", "takes a data key", "kms:GenerateDataKey", key, [], throughS3(site)),
  ];
}

function otherReaderCases(scenario: Scenario): MatrixCase[] {
  const targets = new Targets(scenario);
  return scenario.otherReaders.flatMap(({ domain, app, site, of }, index) => {
    const { allow, deny } = named(everywhere(appRoleArn(site, domain, app)));
    const bucket = targets.bucket(of.site, of.domain);
    const key = targets.key(of.site, of.domain);
    const shared = targets.object(of.site, of.domain, of.product, of.major);
    const unshared = targets.object(of.site, of.domain, scenario.hidden, 1);
    const prefix = { "s3:prefix": portPrefix(of.product, of.major) };
    const id = `53.${index + 1}`;
    const who = `${domain}/${app}`;
    return [
      allow(id, `${who} reads its object`, "s3:GetObject", shared),
      deny(`${id}b`, `${who} reads another`, "s3:GetObject", unshared),
      allow(`${id}c`, `${who} lists its prefix`, "s3:ListBucket", bucket, prefix),
      deny(`${id}d`, `${who} lists the bucket`, "s3:ListBucket", bucket, [], { "s3:prefix": "" }),
      allow(`${id}e`, `${who} decrypts through S3`, "kms:Decrypt", key, throughS3(of.site)),
      deny(`${id}f`, `${who} decrypts by itself`, "kms:Decrypt", key),
      deny(`${id}g`, `${who} puts an object`, "s3:PutObject", shared),
    ];
  });
}

/** Each port that someone reads, towards an app of another domain that does not. */
function sharedPortCases(scenario: Scenario, domain: string): MatrixCase[] {
  const targets = new Targets(scenario);
  const ports = [scenario.consumer.of, ...scenario.otherReaders.map(({ of }) => of)].filter(
    (of) => of.domain === domain,
  );
  const byPrefix = new Map(ports.map((of) => [portPrefix(of.product, of.major), of]));

  return [...byPrefix].flatMap(([prefix, { site, product, major }]) => {
    const { deny } = named(everywhere(appRoleArn(site, scenario.neighbour, "x")));
    const bucket = targets.bucket(site, domain);
    return [
      deny(
        `S.${prefix}`,
        `another domain's app reads ${prefix}`,
        "s3:GetObject",
        targets.object(site, domain, product, major),
      ),
      deny(`S.${prefix}list`, `another domain's app lists ${prefix}`, "s3:ListBucket", bucket, [], {
        "s3:prefix": prefix,
      }),
    ];
  });
}

/** The bucket and key of one domain, towards everyone who is nobody to it. */
function closedCases(scenario: Scenario, site: Site, domain: string, mark: string): MatrixCase[] {
  const targets = new Targets(scenario);
  const object = targets.object(site, domain, scenario.hidden, 1);
  const bucket = targets.bucket(site, domain);
  const key = targets.key(site, domain);
  const admin = named(everywhere(roleArn(site, "/", "account-admin")));
  const stranger = named(everywhere(appRoleArn(site, scenario.neighbour, "x")));
  const away = named(everywhere(`arn:aws:iam::${scenario.crossReader.site.account}:role/anyone`));
  const platform = named(everywhere(roleArn(site, PLATFORM_ROLE_PATH, "operations")));
  const id = (letter: string) => `${letter}${mark}`;

  return [
    admin.deny(id("Ra"), "an account's admin reads an object", "s3:GetObject", object),
    admin.deny(id("Rb"), "an account's admin decrypts", "kms:Decrypt", key, [], throughS3(site)),
    admin.deny(id("Rc"), "an account's admin grants on the key", "kms:CreateGrant", key),
    admin.allow(id("Rd"), "an account's admin can repair the key's policy", "kms:PutKeyPolicy", key),
    stranger.deny(id("Sa"), "another domain's app reads an object", "s3:GetObject", object),
    stranger.deny(id("Sb"), "another domain's app changes the key's policy", "kms:PutKeyPolicy", key),
    stranger.deny(id("Sc"), "another domain's app puts an object", "s3:PutObject", object),
    stranger.deny(id("Sd"), "another domain's app lists the bucket", "s3:ListBucket", bucket, [], {
      "s3:prefix": "",
    }),
    away.deny(id("Xa"), "another account reads an object", "s3:GetObject", object),
    away.deny(id("Xb"), "another account decrypts", "kms:Decrypt", key, [], throughS3(site)),
    platform.allow(id("Ma"), "the platform reads an object", "s3:GetObject", object),
    platform.deny(id("Mb"), "even the platform puts one under S3's key", "s3:PutObject", object, [], {
      "s3:x-amz-server-side-encryption": "AES256",
    }),
    platform.deny(id("Mc"), "even the platform puts one under another key", "s3:PutObject", object, [], {
      "s3:x-amz-server-side-encryption": "aws:kms",
      "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3",
    }),
    platform.deny(id("Md"), "even the platform reads over TLS 1.1", "s3:GetObject", object, [], {
      "s3:TlsVersion": "1.1",
    }),
    platform.deny(id("Me"), "even the platform reads in plaintext", "s3:GetObject", object, [], {
      "aws:SecureTransport": "false",
    }),
    ...serviceCases(site, domain, key, id),
  ];
}

function serviceCases(
  site: Site,
  domain: string,
  key: ReturnType<Targets["key"]>,
  id: (letter: string) => string,
): MatrixCase[] {
  const alarms = named(service("cloudwatch.amazonaws.com"));
  const events = named(service("events.amazonaws.com"));
  const logs = named(service(`logs.${site.region}.amazonaws.com`));
  const from = (account: string) => ({
    "aws:SourceAccount": account,
    "aws:SourceArn": alarmArn(site, `${alarmPrefix(site, domain)}x.v1/freshness`),
  });
  const group = (owner: string) => ({
    "kms:EncryptionContext:aws:logs:arn": logGroupArn(site, `${logGroupPrefix(site, owner)}apps`),
  });

  return [
    alarms.allow(id("Va"), "an alarm uses the key", "kms:GenerateDataKey", key, from(site.account)),
    alarms.deny(
      id("Vb"),
      "another account's alarm uses the key",
      "kms:GenerateDataKey",
      key,
      [],
      from("999999999999"),
    ),
    events.deny(id("Vc"), "a service without any business here uses the key", "kms:GenerateDataKey", key),
    logs.allow(id("Vd"), "a log group uses the key", "kms:GenerateDataKey", key, group(domain)),
    logs.deny(
      id("Ve"),
      "another domain's log group uses the key",
      "kms:GenerateDataKey",
      key,
      [],
      group("zzz"),
    ),
  ];
}
