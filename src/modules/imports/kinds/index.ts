import { wordsOf } from '../../../platform/staging/read-cells.ts';
import type { Wordings } from '../../../platform/wording/wording.ts';
import { IMPORTED_ACCOUNT_KINDS } from '../../accounts/index.ts';
import { AFFILIATION_REASONS, HOLD_KINDS, TERM_KINDS } from '../../memberships/index.ts';
import { DELEGATE_ROLES } from '../../organizations/index.ts';
import { ImportKind } from '../import.enums.ts';
import { accounts } from './accounts.ts';
import { delegations } from './delegations.ts';
import type { Kind } from './kind.ts';
import { memberships } from './memberships.ts';
import { organizations } from './organizations.ts';
import { people } from './people.ts';

/** How the rows of a file are taken, in an association of this time zone. */
export function kindOf(kind: ImportKind, wordings: Wordings, timeZone: string): Kind {
  switch (kind) {
    case ImportKind.PEOPLE:
      return people;
    case ImportKind.ORGANIZATIONS:
      return organizations;
    case ImportKind.MEMBERSHIPS:
      return memberships({
        reasons: wordsOf(wordings, 'AffiliationReason', Object.values(AFFILIATION_REASONS)),
        termKinds: wordsOf(wordings, 'TermKind', Object.values(TERM_KINDS)),
        holdKinds: wordsOf(wordings, 'memberships.hold', Object.values(HOLD_KINDS)),
      });
    case ImportKind.DELEGATIONS:
      return delegations({ timeZone, roles: wordsOf(wordings, 'DelegateRole', DELEGATE_ROLES) });
    case ImportKind.ACCOUNTS:
      return accounts({
        timeZone,
        kinds: wordsOf(wordings, 'AccountKind', IMPORTED_ACCOUNT_KINDS),
        answers: wordsOf(wordings, 'imports.answer', ['YES', 'NO']),
      });
  }
}
