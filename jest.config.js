/** Test files share the modules of their process: each has a portal of its own instead (ADRs 0016, 0036). */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // One more than the cores of a small machine: a file often waits for a browser, a database or a product of its own.
  maxWorkers: 3,
  transform: {},
};
