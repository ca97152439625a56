/**
 * What a test realm shows to whoever tries it: bodies as they are, people and organizations that are all invented.
 *
 * Responsible for: loading that once, and the keys and accounts that the start table and the tour need.
 * Not responsible for: any rule. Everything goes through the modules' own acts.
 */
export { DEMO_ACCOUNTS, DEMO_PASSWORD, identifierOf, type DemoAccount } from './demo-accounts.ts';
export { DEMO_TREES, demoSiteKey, demoToolKey, type DemoTree } from './demo-clients.ts';
export { demoIsThere } from './demo-is-there.ts';
export { serverSite, singleSignOnSiteOn } from './demo-single-sign-on.ts';
export { loadDemo, type DemoOptions } from './load-demo.ts';
export { demoSiteIds } from './place-demo-site.ts';
