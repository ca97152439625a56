import { membershipMover } from './membership-movers.ts';

export const personMemberships = membershipMover('person');
export const organizationMemberships = membershipMover('organization');
