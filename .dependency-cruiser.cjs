/**
 * Who may import whom. Modules stand on floors; a module imports the front door of lower floors only,
 * and modules of one floor do not know each other.
 */
const FLOORS = [
  ['associations'],
  ['integrations'],
  ['accounts'],
  ['people', 'documents'],
  ['organizations', 'preferences', 'mails'],
  ['memberships'],
  ['billing', 'invitations', 'cpl', 'directory'],
  ['imports'],
  ['insurance', 'certifications', 'declarations'],
  ['renewals'],
  ['privacy', 'sign-on', 'test-realm'],
];

const floorRules = FLOORS.flatMap((floor, i) =>
  floor.map(name => ({
    name: `floor-of-${name}`,
    severity: 'error',
    comment: `${name} may use the floors below it, nothing beside or above.`,
    from: { path: `^src/modules/${name}/` },
    to: {
      path: `^src/modules/(${FLOORS.slice(i)
        .flat()
        .filter(other => other !== name)
        .join('|')})/`,
    },
  })),
).filter(rule => !rule.to.path.endsWith('()/'));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or miss a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      comment: 'kernel: values and rules, no framework, no I/O.',
      from: { path: '^src/kernel' },
      to: { pathNot: ['^src/kernel', 'node_modules/temporal-polyfill'] },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform' },
      to: {
        path: '^src/(modules|read-models|config|app|house-ports|entities|letters|main|schema|demo|command-line)',
      },
    },
    {
      name: 'front-door-only',
      severity: 'error',
      comment: "Import another module's index.ts, nothing deeper.",
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/.+', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index[.]ts$'] },
    },
    {
      name: 'front-doors-from-above',
      severity: 'error',
      from: { path: '^src/(app|house-ports|entities|letters|schema|wording|read-models|demo|command-line)' },
      to: {
        path: '^src/modules/[^/]+/.+',
        pathNot: '^src/modules/[^/]+/(index|[a-z-]+[.]wording[.](fr|en))[.]ts$',
      },
    },
    {
      name: 'nobody-imports-the-roof',
      severity: 'error',
      from: { path: '^src/(modules|read-models|platform|kernel)' },
      to: { path: '^src/(app|house-ports|entities|letters|main|schema|config|demo)' },
    },
    {
      name: 'modules-below-read-models',
      severity: 'error',
      from: { path: '^src/modules' },
      to: { path: '^src/read-models' },
    },
    {
      name: 'sdk-stands-alone',
      severity: 'error',
      comment: 'The SDK ships to browsers: no server file.',
      from: { path: '^sdk/src' },
      to: { path: '^src/' },
    },
    {
      name: 'sdk-no-node',
      severity: 'error',
      comment: 'Only ./server may use Node.',
      from: { path: '^sdk/src', pathNot: '^sdk/src/server' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sdk-no-dependency',
      severity: 'error',
      from: { path: '^sdk/src' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'] },
    },
    {
      name: 'examples-use-the-sdk-alone',
      severity: 'error',
      from: { path: '^examples' },
      to: { path: '^src/' },
    },
    ...floorRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
  },
};
