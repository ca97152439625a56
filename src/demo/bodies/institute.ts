import { AssociationKind, IdentifierPolicy, LanguagePolicy } from '../../modules/associations/index.ts';
import type { DemoBody } from './demo-body.ts';

type Institute = Omit<
  DemoBody['association'],
  | 'kind'
  | 'yearStartsOn'
  | 'languagePolicy'
  | 'identifierPolicy'
  | 'usernameCase'
  | 'passwordProfile'
  | 'invitationMismatch'
  | 'invitationDays'
>;

/** What the planning institutes have in common, below the national one. */
export const institute = (facts: Institute, parent = 'icu'): DemoBody => ({
  parent,
  sections: [],
  association: {
    kind: AssociationKind.INSTITUTE,
    yearStartsOn: '01-01',
    languagePolicy: LanguagePolicy.BILINGUAL_CHOICE,
    identifierPolicy: IdentifierPolicy.EMAIL,
    usernameCase: 'IGNORED',
    passwordProfile: 'LENGTH',
    invitationMismatch: 'VERIFY',
    invitationDays: 30,
    ...facts,
  },
});
