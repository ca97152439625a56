import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import {
  judgeStagedMemberships,
  lockStagedMemberships,
  membershipsChangedHere,
  readStagedMembership,
  writeStagedMemberships,
  type MembershipWordsInFiles,
} from '../../memberships/index.ts';
import { column, LONGEST_KEY, REQUIRED, type Kind } from './kind.ts';

export const memberships = (words: MembershipWordsInFiles): Kind => ({
  columns: [
    column('memberNumber', 'numéro de membre', 'member number', REQUIRED),
    column('person', 'personne', 'person'),
    column('organization', 'organisation', 'organization'),
    column('class', 'catégorie', 'class', REQUIRED),
    column('from', 'depuis', 'from', REQUIRED),
    column('to', 'jusqu’au', 'to'),
    column('reason', 'motif', 'reason'),
    column('termKind', 'période', 'term'),
    column('termFrom', 'début de période', 'term from'),
    column('termTo', 'fin de période', 'term to'),
    column('holds', 'interruptions', 'holds'),
  ],
  read(row, issues) {
    const membership = readStagedMembership(row, issues, words);
    const personKey = issues.line('person', row.text('person'), LONGEST_KEY);
    const organizationKey = issues.line('organization', row.text('organization'), LONGEST_KEY);
    if ((personKey === null) === (organizationKey === null))
      issues.add('person', InputIssueCode.REQUIRED, 'imports.finding.ONE_HOLDER');
    return (
      membership && {
        key: `${membership.memberNumber}|${membership.from}`,
        ...(personKey !== null && { personKey }),
        ...(organizationKey !== null && { organizationKey }),
        data: membership,
        ids: ['membershipId', 'termId', ...(membership.holds ?? []).map((_, i) => `holds${String(i + 1)}`)],
      }
    );
  },
  lock: lockStagedMemberships,
  hold: (all, { associationId }) => membershipsChangedHere(all, associationId),
  judge: (all, { associationId }) => ({ faults: judgeStagedMemberships(all, associationId) }),
  write: writeStagedMemberships,
});
