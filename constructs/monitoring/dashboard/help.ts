/** What an alarm means and where to look first, by the first part of its signal. */
export const SIGNAL_HELP: Readonly<Record<string, string>> = {
  availability:
    "requests to the bucket fail faster than the SLO allows: look at S3 and key errors of the readers",
  errors: "requests to the bucket fail: look at S3 and key errors of the readers",
  "client-errors":
    "requests are refused: a client lost its rights, or somebody tries doors; look at the access log",
  "stale-bucket": "no new object in time: is the producing app running, and may it write?",
  "silent-topic": "no new record in time: is the producing app running, and may it write?",
  "lag-time": "a consumer is too far behind or gone: tell its domain; it may lose data when retention ends",
  "lag-growth": "a consumer falls behind steadily: tell its domain before it is too late",
  "dead-letters": "records could not be processed: read the dead-letter topic, mend, replay",
  completeness: "too many records were dead-lettered: read the dead-letter topic, mend, replay",
};
