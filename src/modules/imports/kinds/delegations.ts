import type { Words } from '../../../platform/staging/read-cells.ts';
import { delegatesBeyondLimit } from '../../invitations/index.ts';
import {
  delegationsChangedHere,
  lockOrganizationsOfDelegations,
  judgeStagedDelegations,
  readStagedDelegation,
  writeStagedDelegations,
  type DelegateRole,
} from '../../organizations/index.ts';
import { column, REQUIRED, requiredKey, type Kind } from './kind.ts';

export const delegations = (words: {
  readonly timeZone: string;
  readonly roles: Words<DelegateRole>;
}): Kind => ({
  columns: [
    column('organization', 'organisation', 'organization', REQUIRED),
    column('person', 'personne', 'person', REQUIRED),
    column('role', 'rôle', 'role', REQUIRED),
    column('from', 'depuis', 'from', REQUIRED),
    column('to', 'jusqu’au', 'to'),
  ],
  read(row, issues) {
    const organizationKey = requiredKey(row, issues, 'organization');
    const personKey = requiredKey(row, issues, 'person');
    const delegation = readStagedDelegation(row, issues, words);
    return (
      delegation && {
        key: [organizationKey, personKey, delegation.role, delegation.fromAt].join('|'),
        organizationKey,
        personKey,
        data: delegation,
      }
    );
  },
  lock: lockOrganizationsOfDelegations,
  hold: (all, { now }) => [delegationsChangedHere(all, now)],
  judge: (all, about) => ({ faults: [...judgeStagedDelegations(all), delegatesBeyondLimit(all, about)] }),
  write: writeStagedDelegations,
});
