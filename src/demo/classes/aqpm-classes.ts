import type { DemoClass } from './demo-class.ts';

const common = {
  requiresCpl: false,
  insuranceEligible: false,
  certificateEligible: false,
  renewalOpensDays: 60,
  graceDays: 60,
};

/** Production houses are regular or trainee members; people are associates. */
export const aqpmClasses: readonly DemoClass[] = [
  {
    ...common,
    code: 'REGULIER',
    nameFr: 'Membre régulier',
    nameEn: 'Regular member',
    heldBy: 'ORGANIZATION',
    votes: true,
  },
  {
    ...common,
    code: 'STAGIAIRE',
    nameFr: 'Membre stagiaire',
    nameEn: 'Trainee member',
    heldBy: 'ORGANIZATION',
    votes: false,
  },
  {
    ...common,
    code: 'ASSOCIE',
    nameFr: 'Membre associé',
    nameEn: 'Associate member',
    heldBy: 'PERSON',
    votes: false,
  },
];
