import { billingMover } from './billing-movers.ts';

export { takeOverBilling } from './take-over-marks.ts';
export const personBilling = billingMover('person');
export const organizationBilling = billingMover('organization');
