import { keyAlias, keyAliasArn, type Site } from "../../src/names";
import type { AppIdentity, Grant } from "../identity";
import { validate } from "../validation";
import { READER_RULES, WRITER_RULES } from "./grantee-rules";
import {
  DECRYPT_ACTIONS,
  ENCRYPT_ACTIONS,
  decryptStatements,
  encryptStatements,
  type KeyOwner,
} from "./key-statements";

/** The key of a domain, of this stack or of another. */
export interface IDomainKey {
  readonly site: Site;
  readonly domain: string;
  /** `alias/mesh/prod/orders`. */
  readonly keyAlias: string;
  /** `arn:aws:kms:eu-central-1:111122223333:alias/mesh/prod/orders`. */
  readonly keyAliasArn: string;
  /**
   * Lets an app decrypt what it reads from S3.
   *
   * @throws ValidationError `EnvMismatch` when the app is of another environment.
   */
  grantDecrypt(reader: AppIdentity): Grant;
  /**
   * Lets an app of the domain itself encrypt what it writes to S3.
   *
   * @throws ValidationError `ForeignResource` when the app is of another domain.
   */
  grantEncrypt(writer: AppIdentity): Grant;
}

/** The key of a domain by its computed names. Its grants say what the app's own role needs, and change no key policy. */
export class KeyReference implements IDomainKey {
  public readonly site: Site;
  public readonly domain: string;
  public readonly keyAlias: string;
  public readonly keyAliasArn: string;

  /** @param path stands in messages */
  public constructor(
    owner: KeyOwner,
    private readonly path: string,
  ) {
    this.site = owner.site;
    this.domain = owner.domain;
    this.keyAlias = keyAlias(owner.site, owner.domain);
    this.keyAliasArn = keyAliasArn(owner.site, this.keyAlias);
  }

  public grantDecrypt(reader: AppIdentity): Grant {
    validate(this.path, { owner: this, grantee: reader }, READER_RULES);
    return {
      grantee: reader,
      actions: DECRYPT_ACTIONS,
      resources: [this.keyAlias],
      statements: decryptStatements(this),
    };
  }

  public grantEncrypt(writer: AppIdentity): Grant {
    validate(this.path, { owner: this, grantee: writer }, WRITER_RULES);
    return {
      grantee: writer,
      actions: ENCRYPT_ACTIONS,
      resources: [this.keyAlias],
      statements: encryptStatements(this),
    };
  }
}
