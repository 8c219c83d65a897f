import importX from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { LAYERS, zonesOf } from "./tools/layers.mjs";

const FRAMEWORK_CLASSES = "Construct|App|TerraformStack|TerraformResource|TerraformElement|TerraformProvider";

const PROVIDER_INDEX =
  "import the one resource by its deep path, such as '@cdktf/provider-aws/lib/s3-bucket'";

export default tseslint.config(
  { ignores: ["dist/**", "cdktf.out/**", ".gen/**", ".meshwright/**", "src/providers/**", "coverage/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver": { typescript: true } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "import-x/no-default-export": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones: zonesOf(LAYERS) }],
      "max-lines": ["error", { max: 350, skipBlankLines: false, skipComments: false }],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "cdktf", message: "import the framework from src/cdk" },
            { name: "@cdktf/provider-aws", message: PROVIDER_INDEX },
            { name: "@cdktf/provider-postgresql", message: PROVIDER_INDEX },
          ],
          patterns: [{ regex: "providers/kafka(/index)?$", message: PROVIDER_INDEX }],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: `BinaryExpression[operator='instanceof'][right.name=/^(${FRAMEWORK_CLASSES})$/]`,
          message: "a second copy of the framework makes instanceof lie; use the class's own type guard",
        },
      ],
    },
  },
  { files: ["src/cdk.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["test/**/*.ts"], rules: { "max-lines": ["error", { max: 400 }] } },
);
