/** A role that holds privileges for its members: nobody logs in as it, and it can do nothing to the server. */
export const GROUP_ROLE = {
  login: false,
  inherit: true,
  superuser: false,
  createRole: false,
  createDatabase: false,
  replication: false,
  bypassRowLevelSecurity: false,
  skipReassignOwned: false,
} as const;
