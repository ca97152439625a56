import type { DemoClass } from './demo-class.ts';

const common = { requiresCpl: false, renewalOpensDays: 30, graceDays: 0 };

/** People are registered participants, not members: the clubs and drop zones that they name vote for them. */
export const acpsClasses: readonly DemoClass[] = [
  {
    ...common,
    code: 'PARTICIPANT',
    nameFr: 'Participant enregistré',
    nameEn: 'Registered participant',
    heldBy: 'PERSON',
    insuranceEligible: true,
    certificateEligible: true,
    votes: false,
  },
  {
    ...common,
    code: 'GROUPE',
    nameFr: 'Groupe membre',
    nameEn: 'Member group',
    heldBy: 'ORGANIZATION',
    insuranceEligible: false,
    certificateEligible: false,
    votes: true,
  },
];
