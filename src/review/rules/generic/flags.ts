/** Flags that let a deletion take more than it would; the provider reads them from the state when it deletes. */
export const ARMING: Readonly<Record<string, string>> = {
  drop_cascade: "the next deletion takes along what depends on it",
  force_delete: "the next deletion takes what is in it",
  force_destroy: "the next deletion takes what is in it",
  skip_final_snapshot: "the next deletion keeps no last snapshot",
};

/** Flags that keep a thing from being deleted. */
export const PROTECTING: readonly string[] = [
  ...[
    "deletion_protection",
    "deletion_protection_enabled",
    "enable_deletion_protection",
    "disable_api_termination",
  ],
];
