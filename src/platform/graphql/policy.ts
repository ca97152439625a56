import { Extensions } from 'type-graphql';
import type { ClientScope } from './client-scope.ts';

/**
 * Who may use a query or mutation, or see the fields of a type. Declared on every root field (enforced before it
 * runs) and on every object type (enforced by the read that reaches it: a view exists only for whom it is meant).
 */
export type Policy =
  /** Nobody needs to say who is calling. */
  | 'ANYONE'
  /** Any registered client. */
  | 'CLIENT'
  /** A client whose own pages may take a password. */
  | 'DIRECT_CLIENT'
  /** A signed-in person, through any client. */
  | 'SIGNED_IN'
  /** A signed-in person through an internal tool; which association they may act for is judged by the act. */
  | 'STAFF'
  /** A client with a secret key in a test realm, whoever is signed in or nobody. In a live realm nobody. */
  | 'TEST_CLIENT'
  /** Whoever reached the object that holds it. For types only. */
  | 'HOLDER';

/**
 * `scope`: what a client with a secret key must be registered for. Where staff are let in and nothing is said, a query
 * reads what is on file and a mutation changes it.
 */
export const Policy = (
  policy: Policy,
  scope?: ClientScope,
): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Extensions({ policy, ...(scope !== undefined && { scope }) });
