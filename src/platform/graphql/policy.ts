import { Extensions } from 'type-graphql';

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
  /** Whoever reached the object that holds it. For types only. */
  | 'HOLDER';

export const Policy = (policy: Policy): ClassDecorator & MethodDecorator & PropertyDecorator =>
  Extensions({ policy });
