import type { NewMembershipClass } from '../../modules/memberships/index.ts';

/** A class of the demonstration; whose it is, is said where it is added. */
export type DemoClass = Omit<NewMembershipClass, 'associationId'>;
