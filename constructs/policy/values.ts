/**
 * Sorted and without repeats; a single value stands alone. AWS gives policies back in this form, and a policy that
 * differs from it shows up as a change in every plan (hashicorp/terraform-provider-aws#21225).
 */
export function policyValues(values: readonly string[]): string | readonly string[] {
  const sorted = [...new Set(values)].sort();
  const [only] = sorted;
  return sorted.length === 1 && only !== undefined ? only : sorted;
}
