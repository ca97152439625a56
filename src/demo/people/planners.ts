import type { DemoPerson } from './demo-person.ts';

/** Members and staff of the planning institutes. */
export const planners = {
  amelie: {
    givenName: 'Amélie',
    familyName: 'Fortin-O’Brien',
    email: 'amelie.fortin@urbanisme.example',
    locale: 'fr-CA',
    workPhone: '+16135550160',
  },
  priya: {
    givenName: 'Priya',
    familyName: 'Sandhu',
    email: 'priya.sandhu@icu.example',
    locale: 'en-CA',
  },
  tomas: {
    givenName: 'Tomás',
    familyName: 'Whitefeather-Lee',
    email: 'tomas@planwest.example',
    locale: 'en-CA',
  },
} as const satisfies Record<string, DemoPerson>;
