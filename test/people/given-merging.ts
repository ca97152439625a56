import { toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenMembership, type givenClass } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';

/** Two of the staff who merge. Their sessions end within hours. */
export const givenOffices = async (portal: Portal): Promise<readonly [office: Office, second: Office]> => [
  await givenOffice(portal),
  await givenOffice(portal, { name: 'Rosalie Relève' }),
];

let number = 0;

/** What these tests ask and give, in few words. */
export const mergingActs = (portal: () => Portal) => {
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal().parts.db.entities.query<Row[]>(sql, [...values]);
  return {
    query,
    node: async (id: string, { asked }: Office): Promise<{ __typename: string } | null> => {
      const { data } = await portal().graphql<{ node: { __typename: string } | null }>(
        'query ($id: ID!) { node(id: $id) { __typename id } }',
        { id },
        asked,
      );
      return data.node;
    },
    /** All roles of a person, those that have ended too. */
    rolesOf: async ({ id }: { readonly id: PersonId }): Promise<string[]> => {
      const rows = await query<{ role: string; ended: boolean }>(
        'select role, to_at is not null as ended from delegation where person_id = $1 order by role, ended',
        [id],
      );
      return rows.map(({ role, ended }) => (ended ? `${role} ended` : role));
    },
    member: (
      memberClass: Awaited<ReturnType<typeof givenClass>>,
      { id: personId }: { readonly id: PersonId },
      more: object = {},
    ): Promise<{ id: string; memberNumber: string }> =>
      givenMembership(portal(), memberClass, { personId }, { memberNumber: `AQ-${++number}`, ...more }),
  };
};

export const idOf = ({ id }: { readonly id: PersonId }): string => toPublicId('Person', id);
