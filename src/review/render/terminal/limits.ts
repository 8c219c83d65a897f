/** Most rows of each part: all of it fits a screen or two, but for what has to be looked at. */
export const TERMINAL_ROWS = {
  domains: 10,
  errors: 10,
  eyes: 12,
  mild: 6,
  contracts: 5,
  access: 5,
  approvals: 5,
  /** Manifests whose entries are shown, lines of YAML of each, and what else is said of acknowledgements. */
  manifests: 3,
  entryLines: 13,
  acceptances: 5,
  findings: 3,
  remarks: 5,
  /** Addresses of one stack. */
  addresses: 8,
} as const;

/** Most names in a line. */
export const MOST_NAMES = 6;
