import tseslint from 'typescript-eslint';

const ambient = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Ask the Clock.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the Clock.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/config reads the environment.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Ask for Random.',
  },
  {
    selector: "Decorator > CallExpression[callee.name='Authorized']",
    message: 'Views skip guards: declare @Policy instead.',
  },
];

/** What browsers and Node bring along. */
const brought = [
  ...['URL', 'URLSearchParams', 'FormData', 'console', 'fetch', 'process', 'Buffer'],
  ...['document', 'location', 'history', 'sessionStorage', 'addEventListener', 'navigator', 'crypto'],
  ...['reportError', 'requestAnimationFrame', 'setTimeout', 'DOMException', 'DOMParser'],
];

export default tseslint.config(
  {
    ignores: ['**/dist', 'coverage', '.data', 'sdk/src/generated', '**/*.cjs', 'bench', 'node_modules'],
  },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    rules: {
      'no-restricted-syntax': ['error', ...ambient],
      // GraphQL types and their resolvers are classes, some without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/class-methods-use-this': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_$', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  { files: ['src/kernel/clock.ts', 'src/config/**'], rules: { 'no-restricted-syntax': 'off' } },
  // The examples are JavaScript, as a site without a build has it: no compiler finds a name that is not there.
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(brought.map(name => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
  {
    files: ['test/**', 'scripts/**', 'examples/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
