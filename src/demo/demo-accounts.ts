import type { StaffRole } from '../modules/associations/index.ts';
import type { DemoTree } from './demo-clients.ts';
import type { DemoPerson } from './people/demo-person.ts';
import { aqpmPeople } from './people/aqpm-people.ts';
import { planners } from './people/planners.ts';

/** Everybody's password, known to all: a live realm has none of these accounts. */
export const DEMO_PASSWORD = 'Bonjour tous!2026';

/** An account to sign in with, as the start table and the tour show it. */
export interface DemoAccount {
  readonly who: { readonly fr: string; readonly en: string };
  readonly person: DemoPerson;
  /** Null where the address signs in. */
  readonly username: string | null;
  /** Where the person is on file; the first one says where to sign in. */
  readonly associations: readonly [DemoTree, ...string[]];
  /** The pages of the association's site, or the tool of its staff. */
  readonly through: 'SITE' | 'TOOL';
  readonly staffRole: keyof typeof StaffRole | null;
  /** Made a realm administrator, as the operator does on the command line. */
  readonly administersRealm?: true;
}

export const DEMO_ACCOUNTS = {
  genevieve: {
    who: { fr: 'AQPM, administration', en: 'AQPM, administrator' },
    person: aqpmPeople.genevieve,
    username: 'GRoyTessier',
    associations: ['aqpm'],
    through: 'TOOL',
    staffRole: 'ADMIN',
    administersRealm: true,
  },
  luc: {
    who: { fr: 'AQPM, adhésions', en: 'AQPM, membership staff' },
    person: aqpmPeople.luc,
    username: 'LucDAstous',
    associations: ['aqpm'],
    through: 'TOOL',
    staffRole: 'MEMBERSHIP',
  },
  helene: {
    who: {
      fr: 'AQPM, déléguée principale de Productions Boréale',
      en: 'AQPM, principal delegate of Boréale Productions',
    },
    person: aqpmPeople.helene,
    username: 'HBelanger',
    associations: ['aqpm'],
    through: 'SITE',
    staffRole: null,
  },
  siobhan: {
    who: {
      fr: 'AQPM, déléguée principale de Kinoptik Média',
      en: 'AQPM, principal delegate of Kinoptik Media',
    },
    person: aqpmPeople.siobhan,
    username: 'SONeill',
    associations: ['aqpm'],
    through: 'SITE',
    staffRole: null,
  },
  noemie: {
    who: { fr: 'AQPM, membre associée', en: 'AQPM, associate member' },
    person: aqpmPeople.noemie,
    username: 'NoemieLH',
    associations: ['aqpm'],
    through: 'SITE',
    staffRole: null,
  },
  maite: {
    who: {
      fr: 'ACPS, affiliée, et AQPM, déléguée de L’Œil nu',
      en: 'CSPA affiliate, and AQPM delegate of L’Œil nu',
    },
    person: aqpmPeople.maite,
    username: 'MaiteNL',
    associations: ['acps', 'aqpm'],
    through: 'SITE',
    staffRole: null,
  },
  amelie: {
    who: { fr: 'ICU et IPPO, membre des deux', en: 'CIP and OPPI, member of both' },
    person: planners.amelie,
    username: null,
    associations: ['icu', 'oppi'],
    through: 'SITE',
    staffRole: null,
  },
  priya: {
    who: { fr: 'ICU, administration', en: 'CIP, administrator' },
    person: planners.priya,
    username: null,
    associations: ['icu'],
    through: 'TOOL',
    staffRole: 'ADMIN',
  },
} as const satisfies Record<string, DemoAccount>;

export type DemoAccountName = keyof typeof DEMO_ACCOUNTS;

/** What to type in the first field. */
export const identifierOf = ({ username, person }: DemoAccount): string => username ?? person.email;
