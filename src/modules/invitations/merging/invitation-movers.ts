import { within } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Mover } from '../../people/index.ts';

const LIVE = 'accepted_at is null and declined_at is null and revoked_at is null';

type Named = 'person_id' | 'organization_id';

const invitationTable = (column: Named): MovedTable => ({
  table: 'invitation',
  key: ['id'],
  rows: `t.${column} = any ($1::uuid[])`,
  watched: 'ROWS',
  thing: CarriedThing.INVITATIONS,
  countedBy: column,
});

// One live code per address and target: where both were invited to the same, the kept one's stands.
const revokeDoubled = (column: Named): Statement<never> =>
  statement(
    `merge-revoke-doubled-${column}`,
    `update invitation i set revoked_at = $3
     where i.${column} = $2::uuid and ${LIVE.replaceAll(/(\w+_at)/g, 'i.$1')} and exists (
       select from invitation own where own.email_normalized = i.email_normalized and own.id <> i.id
         and own.target_key = replace(i.target_key, $2::uuid::text, $1::uuid::text)
         and ${LIVE.replaceAll(/(\w+_at)/g, 'own.$1')})`,
  );
const move = (column: Named): Statement<never> =>
  statement(
    `merge-move-invitations-${column}`,
    `update invitation set ${column} = $1::uuid, target_key = replace(target_key, $2::uuid::text, $1::uuid::text) where ${column} = $2::uuid`,
  );

const revokeOfPerson = revokeDoubled('person_id');
const moveOfPerson = move('person_id');
const revokeOfOrganization = revokeDoubled('organization_id');
const moveOfOrganization = move('organization_id');

// To a membership whose history went to another: the other one is what is opened.
const followMembership = statement(
  'merge-follow-membership',
  `update invitation i set membership_id = m.merged_into_id,
     target_key = replace(i.target_key, m.id::text, m.merged_into_id::text)
   from membership m where m.id = i.membership_id and m.person_id = $1 and m.merged_into_id is not null`,
);
const revokeFollowers = statement(
  'merge-revoke-followers',
  `update invitation i set revoked_at = $2 from membership m
   where m.id = i.membership_id and m.person_id = $1 and m.merged_into_id is not null
     and i.accepted_at is null and i.declined_at is null and i.revoked_at is null and exists (
       select from invitation own where own.email_normalized = i.email_normalized and own.id <> i.id
         and own.target_key = replace(i.target_key, m.id::text, m.merged_into_id::text)
         and own.accepted_at is null and own.declined_at is null and own.revoked_at is null)`,
);
// The kept organization has its principal: nobody is invited to a place that is gone.
const revokePrincipals = statement(
  'merge-revoke-principals',
  `update invitation set revoked_at = $3
   where organization_id = $2 and 'PRINCIPAL' = any (delegate_roles) and ${LIVE} and exists (
     select from delegation where organization_id = $1 and role = 'PRINCIPAL' and from_at <= $3
       and (to_at is null or to_at > $3))`,
);
const endLinks = statement(
  'merge-end-completion-links',
  'update completion_link set expires_at = least(expires_at, $2) where person_id = $1',
);

/** Whoever was invited as one record is invited as the other; letters on paper to the one that goes open nothing. */
export const personInvitations: Mover = {
  columns: {
    'invitation.person_id': 'MOVES',
    'invitation.membership_id': 'MOVES',
    'completion_link.person_id': 'STAYS',
  },
  tables: [
    invitationTable('person_id'),
    {
      table: 'completion_link',
      key: ['person_id'],
      rows: 't.person_id = any ($1::uuid[])',
      watched: 'COLUMNS',
      thing: CarriedThing.INVITATIONS,
    },
  ],
  async move({ clock }, tx, { kept, other }) {
    await within(tx, revokeFollowers, [other, clock.now()]);
    await within(tx, followMembership, [other]);
    await within(tx, revokeOfPerson, [kept, other, clock.now()]);
    await within(tx, moveOfPerson, [kept, other]);
    await within(tx, endLinks, [other, clock.now()]);
  },
};

/** Whoever was invited to act for the one acts for the other when they accept. */
export const organizationInvitations: Mover = {
  columns: { 'invitation.organization_id': 'MOVES' },
  tables: [invitationTable('organization_id')],
  async move({ clock }, tx, { kept, other }) {
    await within(tx, revokePrincipals, [kept, other, clock.now()]);
    await within(tx, revokeOfOrganization, [kept, other, clock.now()]);
    await within(tx, moveOfOrganization, [kept, other]);
  },
};
