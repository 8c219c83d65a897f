/** A login of a stack, and the secret its password is in. */
export interface Login {
  readonly domain: string;
  readonly name: string;
  readonly secretId: string;
}

/** The logins of all stacks. */
export interface Logins {
  readonly kafka: readonly Login[];
  readonly postgres: readonly Login[];
}

/** The JSON of a stack, as far as it tells logins and topics. */
export interface StackResources {
  readonly resource: {
    readonly kafka_topic?: Readonly<Record<string, { readonly name: string }>>;
    readonly kafka_user_scram_credential?: Readonly<
      Record<string, { readonly username: string; readonly password_wo: string }>
    >;
    readonly postgresql_role?: Readonly<
      Record<string, { readonly name: string; readonly password_wo?: string }>
    >;
    readonly postgresql_schema?: Readonly<Record<string, { readonly name: string }>>;
  };
  readonly ephemeral?: {
    readonly aws_secretsmanager_secret_version?: Readonly<Record<string, { readonly secret_id: string }>>;
  };
}

/** The logins a domain's stack makes. */
export function loginsOf(domain: string, { resource, ephemeral }: StackResources): Logins {
  const login = (name: string, reference: string): Login => {
    const [, , label = ""] = /^\$\{ephemeral\.([^.]+)\.([^.]+)\./.exec(reference) ?? [];
    const secretId = ephemeral?.aws_secretsmanager_secret_version?.[label]?.secret_id;
    if (secretId === undefined) throw new Error(`${name} has its password from ${reference}`);
    return { domain, name, secretId };
  };
  const users = Object.values(resource.kafka_user_scram_credential ?? {});
  const roles = Object.values(resource.postgresql_role ?? {});
  return {
    kafka: users.map(({ username, password_wo }) => login(username, password_wo)),
    postgres: roles.flatMap(({ name, password_wo }) =>
      password_wo === undefined ? [] : [login(name, password_wo)],
    ),
  };
}
