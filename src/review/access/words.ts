import { joined, say, type Text } from "../model";

/** Sentences as a list: one, two and three. */
export function listedTexts(texts: readonly Text[], last = "and"): Text {
  if (texts.length < 2) return texts.flat();
  return [...joined(texts.slice(0, -1), ", "), ` ${last} `, ...(texts.at(-1) ?? [])];
}

const ROLE_ARN = /^arn:[^:]*:(?:iam|sts)::(\d{12}):(role|user|group|assumed-role)\/(?:.*\/)?([^/*?$]+)$/;

const SESSION_ARN = /^arn:[^:]*:sts::(\d{12}):assumed-role\/([^/*?$]+)\/([^/*?$]+)$/;

/** A principal of a policy in words: `AWS:arn:…:role/x`, `Service:…`, `*`. */
export function principalText(principal: string): Text {
  if (principal === "*") return ["anyone"];
  const at = principal.indexOf(":");
  const [kind, name] = [principal.slice(0, at), principal.slice(at + 1)];
  switch (kind) {
    case "Account":
      return say`whoever account ${name} lets`;
    case "Service":
      return say`service ${name}`;
    case "Federated":
      return say`whoever ${name} vouches for`;
    case "CanonicalUser":
      return say`canonical user ${name}`;
    case "AWS":
      return arnText(name);
    default:
      return say`${kind} ${name}`;
  }
}

function arnText(arn: string): Text {
  const [, account = "", role, session] = SESSION_ARN.exec(arn) ?? [];
  if (role !== undefined && session !== undefined)
    return say`session ${session} of role ${role} of account ${account}`;
  const [, owner = "", kind, name] = ROLE_ARN.exec(arn) ?? [];
  if (kind === undefined || name === undefined || kind === "assumed-role") return [{ code: arn }];
  return [`${kind} `, { code: name }, ...say` of account ${owner}`];
}
