import { NameError } from "./name-error";
import { partitionOf, type Site } from "./site";

const ACCOUNT = /^\d{12}$/;
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

/** True for twelve digits. */
export const isAccount = (value: string): boolean => ACCOUNT.test(value);

/** True for the form of an AWS region name, such as `eu-central-1`. */
export const isRegion = (value: string): boolean => REGION.test(value);

/** Anchored sources of the two forms, for the JSON Schemas. */
export const ACCOUNT_PATTERN = ACCOUNT.source;
export const REGION_PATTERN = REGION.source;

/**
 * An ARN of `site`.
 *
 * @throws NameError when account or region have not their form.
 */
export function regionalArn(site: Site, service: string, resource: string): string {
  return `arn:${partitionOf(site)}:${service}:${checkedRegion(site)}:${checkedAccount(site)}:${resource}`;
}

/** An ARN of a global service such as IAM: no region. */
export function globalArn(site: Site, service: string, resource: string): string {
  return `arn:${partitionOf(site)}:${service}::${checkedAccount(site)}:${resource}`;
}

/** The account of `site`, checked. */
export function checkedAccount(site: Site): string {
  if (isAccount(site.account)) return site.account;
  throw new NameError("NameInvalid", `account must be twelve digits, got '${site.account}'`);
}

/** The region of `site`, checked. */
export function checkedRegion(site: Site): string {
  if (isRegion(site.region)) return site.region;
  throw new NameError("NameInvalid", `region must look like 'eu-central-1', got '${site.region}'`);
}
