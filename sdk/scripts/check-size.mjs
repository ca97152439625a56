// What a site ships, minified and gzipped, measured on the built package.
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'esbuild';

const sdk = join(import.meta.dirname, '..');

const budgets = [
  {
    name: 'core with accounts and invitations',
    limit: 6_000,
    source: `
      export { createAffilia, AffiliaError } from '@affilia/sdk';
      export { accounts } from '@affilia/sdk/accounts';
      export { invitations } from '@affilia/sdk/invitations';`,
  },
  {
    name: 'everything with flows',
    limit: 20_000,
    source: `
      export * from '@affilia/sdk';
      export * from '@affilia/sdk/flows';
      export { accounts } from '@affilia/sdk/accounts';
      export { associations } from '@affilia/sdk/associations';
      export { billing } from '@affilia/sdk/billing';
      export { invitations } from '@affilia/sdk/invitations';
      export { memberships } from '@affilia/sdk/memberships';
      export { organizations } from '@affilia/sdk/organizations';
      export { people } from '@affilia/sdk/people';
      export { recovery } from '@affilia/sdk/recovery';
      export { secondFactors } from '@affilia/sdk/second-factors';
      export { sessions } from '@affilia/sdk/sessions';`,
  },
  {
    name: 'core with accounts, second factors and the flow of signing in',
    limit: 8_000,
    source: `
      export { createAffilia } from '@affilia/sdk';
      export { accounts } from '@affilia/sdk/accounts';
      export { secondFactors } from '@affilia/sdk/second-factors';
      export { openSignIn, readForm } from '@affilia/sdk/flows';`,
  },
  {
    name: 'the labels of one enum',
    limit: 400,
    source: `export { labelOf, delegateRoleLabels } from '@affilia/sdk/labels';`,
  },
  { name: 'an import that nothing is used of', limit: 60, source: `import '@affilia/sdk/flows';` },
];

let over = false;
for (const { name, limit, source } of budgets) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: sdk },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  console.log(`${String(size).padStart(6)} of ${limit} bytes: ${name}`);
  over ||= size > limit;
}
if (over) {
  console.error('The SDK has outgrown its budget.');
  process.exit(1);
}
