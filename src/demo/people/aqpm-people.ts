import type { DemoPerson } from './demo-person.ts';

const french = (givenName: string, familyName: string, email: string): DemoPerson => ({
  givenName,
  familyName,
  email,
  locale: 'fr-CA',
});

/** Staff, delegates and associate members of the AQPM. */
export const aqpmPeople = {
  genevieve: french('Geneviève', 'Roy-Tessier', 'genevieve.roy@aqpm.example'),
  luc: french('Luc', 'D’Astous', 'luc.dastous@aqpm.example'),
  helene: {
    ...french('Hélène', 'Bélanger-Côté', 'helene@boreale.example'),
    workPhone: '+15145550110',
    workPhoneExtension: '150',
  },
  jeanFrancois: french('Jean-François', 'D’Amours', 'comptabilite@boreale.example'),
  maite: french('Maïté', 'Nguyễn-Lévesque', 'maite@oeilnu.example'),
  siobhan: {
    givenName: 'Siobhán',
    familyName: 'O’Neill',
    email: 'siobhan@kinoptik.example',
    locale: 'en-CA',
    workPhone: '+15145550130',
  },
  noemie: french('Noémie', 'L’Heureux', 'noemie@lheureux.example'),
  jean: french('Jean', 'Tremblay', 'jean@maboite.example'),
  etienne: french('Étienne', 'Lachance-Ouellet', 'etienne@lachance.example'),
  grace: {
    givenName: 'Grace',
    familyName: 'MacDonald-Wu',
    email: 'grace@kinoptik.example',
    locale: 'en-CA',
  },
  zoe: french('Zoë', 'St-Onge', 'zoe@tele-nordet.example'),
} as const satisfies Record<string, DemoPerson>;
