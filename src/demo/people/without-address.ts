import type { DemoPerson } from './demo-person.ts';

/** Members whom letters reach and mails do not: staff print links for them. */
export const peopleWithoutAddress: readonly (Omit<DemoPerson, 'email'> & {
  readonly memberNumber: string;
  readonly admittedOn: string;
})[] = [
  {
    givenName: 'Lucienne',
    familyName: 'Desrosiers-Hébert',
    locale: 'fr-CA',
    memberNumber: '2003',
    admittedOn: '1998-09-01',
  },
  {
    givenName: 'Rosaire',
    familyName: 'L’Italien',
    locale: 'fr-CA',
    memberNumber: '2004',
    admittedOn: '2001-02-12',
  },
  {
    givenName: 'Harold',
    familyName: 'McPhee',
    locale: 'en-CA',
    memberNumber: '2005',
    admittedOn: '2006-05-30',
  },
];
