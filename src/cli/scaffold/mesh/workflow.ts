import type { NewFile } from "../new-file";

/**
 * `.github/workflows/mesh.yml`. A pull request is checked with a token that can only read, and reviewed in one comment. On `main`, every domain whose
 * stack changed is deployed by itself, under the role that its own CI environment may assume and no other; then the locks
 * have to say what was deployed. Not before: a pull request with a new product need not touch the platform team's locks.
 */
export function workflow(): NewFile {
  return { path: ".github/workflows/mesh.yml", text: WORKFLOW };
}

const WORKFLOW = `name: mesh

on:
  pull_request:
    # A label such as loss:0123456789abcdef accepts exactly the losses that the review lists under it.
    types: [opened, synchronize, reopened, labeled, unlabeled]
  push:
    branches: [main]
  schedule:
    # An agreement that has ended takes its permissions away with the first deployment after its last day.
    - cron: "17 3 * * *"

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - run: npm ci
      - run: npx meshwright validate
      - run: npx meshwright codeowners --check
      - run: npx meshwright synth

  # One comment says what the change can lose, who is hurt and who must approve. Both sides are planned offline: no cloud
  # and no credentials. Of a fork, whose token can only read, the comment is in the summary of the run.
  review:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    # A push or a label makes the review before it worthless.
    concurrency:
      group: review-\${{ github.event.pull_request.number }}
      cancel-in-progress: true
    permissions:
      contents: read
      pull-requests: write
    steps:
      # The head itself, not its merge with main: the comment is about the commit that reviewers see.
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - uses: hashicorp/setup-terraform@v3
        with: { terraform_wrapper: false }
      - run: npm ci
      - uses: ./node_modules/meshwright

  # Which domains have another stack than before this push, or than yesterday: a share or a subscription changes two.
  # Deploys start once the repository's variable MESHWRIGHT_ENV names an environment with state in a bucket.
  changes:
    needs: check
    if: github.event_name != 'pull_request' && vars.MESHWRIGHT_ENV != ''
    runs-on: ubuntu-latest
    outputs:
      domains: \${{ steps.compare.outputs.domains }}
    env:
      MESHWRIGHT_ENV: \${{ vars.MESHWRIGHT_ENV }}
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - run: npm ci
      - id: compare
        env:
          BEFORE: \${{ github.event.before }}
        run: |
          # Without a state before this one, or with a broken one, every domain counts as changed.
          if [ -z "$BEFORE" ]; then
            MESHWRIGHT_TODAY=$(date -u -d yesterday +%F) npx meshwright synth || true
          else
            git worktree add ../before "$BEFORE" && npx meshwright synth --mesh ../before || true
          fi
          npx meshwright synth --format json > synth.json
          echo "domains=$(jq -c '[.domains[] | select(.changed) | .domain]' synth.json)" >> "$GITHUB_OUTPUT"

  deploy:
    needs: changes
    if: needs.changes.outputs.domains != '[]'
    strategy:
      fail-fast: false
      matrix:
        domain: \${{ fromJSON(needs.changes.outputs.domains) }}
    runs-on: ubuntu-latest
    environment: \${{ vars.MESHWRIGHT_ENV }}-\${{ matrix.domain }}
    concurrency: deploy-\${{ vars.MESHWRIGHT_ENV }}-\${{ matrix.domain }}
    permissions:
      contents: read
      id-token: write
    env:
      MESHWRIGHT_ENV: \${{ vars.MESHWRIGHT_ENV }}
      DOMAIN: \${{ matrix.domain }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - uses: hashicorp/setup-terraform@v3
        with: { terraform_wrapper: false }
      - run: npm ci
      - id: target
        run: |
          npx meshwright show "$DOMAIN" --format json > domain.json
          echo "role=$(jq -r .names.deployRoleArn domain.json)" >> "$GITHUB_OUTPUT"
          echo "region=$(jq -r .names.region domain.json)" >> "$GITHUB_OUTPUT"
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: \${{ steps.target.outputs.role }}
          aws-region: \${{ steps.target.outputs.region }}
      # Refuses a plan that would lose what nobody accepted, then runs cdktf deploy.
      - run: npx meshwright deploy "$DOMAIN" --env "$MESHWRIGHT_ENV" --yes

  # What was deployed has to be in the locks, or nothing protects it. A pull request may bring its lock along, and this
  # passes; or this fails until somebody runs meshwright lock on main and has it merged.
  locks:
    needs: [changes, deploy]
    if: always() && needs.changes.result == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 20, cache: npm }
      - run: npm ci
      - run: npx meshwright lock --check
`;
