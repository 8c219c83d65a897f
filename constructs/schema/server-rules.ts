import type { MeshEnvironment } from "../environment";
import type { Rule } from "../validation";

/** No quotes, spaces or `${`: names that are the same in SQL, in a URL and in Terraform. */
const SERVER_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/;

/** What must hold of the server before anything in it is named. */
export const SERVER_RULES: readonly Rule<{ readonly environment: MeshEnvironment }>[] = [
  {
    holds: ({ environment: { postgres } }) => SERVER_NAME.test(postgres.database),
    problem: ({ environment: { postgres } }) =>
      `database must be letters, digits, '_' and '-', at most 63, got ${JSON.stringify(postgres.database)}; rename it`,
  },
  {
    holds: ({ environment: { postgres } }) => SERVER_NAME.test(postgres.adminUser),
    problem: ({ environment: { postgres } }) =>
      `adminUser must be letters, digits, '_' and '-', at most 63, got ${JSON.stringify(postgres.adminUser)}; ` +
      "use another user",
  },
];
