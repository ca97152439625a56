import type { Coordinates } from '../../modules/organizations/index.ts';
import type { DemoMembership } from '../admit-demo-member.ts';

/** Producers, all invented. Each comes with what the portal shows of it. */
export interface DemoHouse {
  readonly legalName: string;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  readonly website: string;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  readonly sections: readonly string[];
  /** Stays that are over, `[from, to)`. */
  readonly formerSections?: readonly { readonly code: string; readonly from: string; readonly to: string }[];
  readonly coordinates?: Coordinates;
  readonly classCode: string;
  readonly memberNumber: string;
  readonly admittedOn: string;
  readonly paid: DemoMembership['paid'];
}

export const aqpmHouses = {
  boreale: {
    legalName: 'Productions Boréale inc.',
    publicNameFr: 'Productions Boréale',
    publicNameEn: 'Boréale Productions',
    email: 'info@boreale.example',
    phone: '+15145550110',
    website: 'https://boreale.example/',
    street: '1554, boulevard De Maisonneuve Ouest',
    city: 'Montréal',
    postalCode: 'H3H 1A1',
    sections: ['television', 'documentaire'],
    formerSections: [{ code: 'numerique', from: '2018-04-01', to: '2023-04-01' }],
    coordinates: {
      addresses: [
        {
          kind: 'BILLING',
          street: 'Case postale 550, succursale B',
          street2: null,
          city: 'Montréal',
          province: 'QC',
          postalCode: 'H3B 1A1',
          country: 'CA',
        },
      ],
      phones: [{ kind: 'OFFICE', number: '+15145550110', extension: '204' }],
      emails: [{ kind: 'BILLING', address: 'comptabilite@boreale.example' }],
      websites: [{ kind: 'PORTFOLIO', url: 'https://boreale.example/productions' }],
    },
    classCode: 'REGULIER',
    memberNumber: '1001',
    admittedOn: '2014-04-01',
    paid: 'THIS_YEAR',
  },
  ecluse: {
    legalName: 'Les Films de l’Écluse inc.',
    publicNameFr: 'Les Films de l’Écluse',
    publicNameEn: 'Les Films de l’Écluse',
    email: 'bonjour@ecluse.example',
    phone: '+14185550120',
    website: 'https://ecluse.example/',
    street: '88, rue Saint-Paul',
    city: 'Québec',
    postalCode: 'G1K 1A1',
    sections: ['cinema'],
    classCode: 'REGULIER',
    memberNumber: '1002',
    admittedOn: '2019-06-15',
    paid: 'THIS_YEAR',
  },
  kinoptik: {
    legalName: 'Kinoptik Media Inc.',
    publicNameFr: 'Kinoptik Média',
    publicNameEn: 'Kinoptik Media',
    email: 'hello@kinoptik.example',
    phone: '+15145550130',
    website: 'https://kinoptik.example/',
    street: '400-5455, avenue de Gaspé',
    city: 'Montréal',
    postalCode: 'H2T 1A1',
    sections: ['numerique', 'television'],
    classCode: 'REGULIER',
    memberNumber: '1003',
    admittedOn: '2021-04-01',
    paid: 'THIS_YEAR',
  },
  oeilNu: {
    legalName: 'Coopérative de production L’Œil nu',
    publicNameFr: 'L’Œil nu',
    publicNameEn: 'L’Œil nu',
    email: 'info@oeilnu.example',
    phone: '+18195550140',
    website: 'https://oeilnu.example/',
    street: '12, rue Wellington Nord',
    city: 'Sherbrooke',
    postalCode: 'J1H 1A1',
    sections: ['documentaire', 'cinema'],
    classCode: 'STAGIAIRE',
    memberNumber: '1004',
    admittedOn: '2026-04-01',
    paid: 'THIS_YEAR',
  },
  nordet: {
    legalName: 'Télé-Nordet ltée',
    publicNameFr: 'Télé-Nordet',
    publicNameEn: 'Télé-Nordet',
    email: 'info@tele-nordet.example',
    phone: '+14185550150',
    website: 'https://tele-nordet.example/',
    street: '31, avenue de la Cathédrale',
    city: 'Rimouski',
    postalCode: 'G5L 1A1',
    sections: ['television'],
    classCode: 'REGULIER',
    memberNumber: '1005',
    admittedOn: '2009-04-01',
    paid: 'LAST_YEAR',
  },
} as const satisfies Record<string, DemoHouse>;
