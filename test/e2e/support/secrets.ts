import type { ProviderBehaviour } from "../../../src/offline/model";

/** The same provider; every secret text that it tells Terraform is noted in `heard`. */
export function listening(provider: ProviderBehaviour, heard: Set<string>): ProviderBehaviour {
  return new Proxy(provider, {
    get: (target, name) => {
      if (name === "fresh") return () => listening(target.fresh?.() ?? target, heard);
      if (name === "openEphemeral") {
        return async (...[type, config]: Parameters<ProviderBehaviour["openEphemeral"]>) => {
          const opened = await target.openEphemeral(type, config);
          heard.add(secretIn(opened.result));
          return opened;
        };
      }
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    },
  });
}

function secretIn(result: unknown): string {
  const { secret_string: secret } = result as { readonly secret_string?: unknown };
  if (typeof secret === "string") return secret;
  throw new Error("an ephemeral resource without a secret");
}
