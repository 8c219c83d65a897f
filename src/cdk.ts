/**
 * The only place that imports the framework: a build for another distribution of it changes this file alone.
 * Generated provider bindings import it by themselves.
 */
export {
  Annotations,
  App,
  Aspects,
  Lazy,
  LocalBackend,
  Manifest,
  S3Backend,
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
  Fn,
} from "cdktf";
export type { IAspect, ITerraformDependable, TerraformMetaArguments } from "cdktf";
