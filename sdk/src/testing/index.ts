/** A fake portal for the tests of a site: typed answers by the operation's name, no network. */
export {
  createFakePortal,
  type FakeAnswer,
  type FakeFault,
  type FakePortal,
  type FakeRequest,
  type OperationName,
} from './fake-portal.ts';
export type { Operations } from '../generated/operations.ts';
export { fakeSession } from './fake-session.ts';
export { testRealm, type TestRealm } from './test-realm.ts';
