import { toPublicId } from '../../src/kernel/id.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { perform } from '../people/representation-operations.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { MakeGood } from './good.ts';

/** As `goodArguments`, for who represents estates, trusts, companies and protected persons. */
export function goodRepresentations(
  portal: Portal,
  { association: { id: associationId }, ids, office: { asked } }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object) => ({
    variables: { input: { ...fields, idempotencyKey: `mandat-${++intents}` } },
    asked,
  });
  const person = async (familyName: string): Promise<string> =>
    toPublicId('Person', (await givenPerson(portal, { associationId, givenName: 'Ida', familyName })).id);
  const byName = async () => ({
    personId: await person('Défunte'),
    kind: 'EXECUTOR',
    givenName: 'Noël',
    familyName: 'D’Amours',
    from: '2026-01-15',
    document: 'Testament notarié du 3 mai 2019',
  });
  const given = async (): Promise<string> =>
    (await perform(portal, 'recordRepresentation', await byName(), asked)).representation.id;

  return {
    recordRepresentation: [
      async () => input(await byName()),
      async () => {
        const { id } = await givenOrganization(portal, { associationId });
        return input({
          organizationId: toPublicId('Organization', id),
          kind: 'DIRECTOR',
          representativePersonId: await person('Gérante'),
          from: '2026-01-15',
          to: '2029-01-14',
          document: 'Registre des entreprises',
          uploadId: (await sent(portal, asked, PDF, { associationId: ids.Association })).id,
        });
      },
    ],
    endRepresentation: [
      async () => input({ representationId: await given() }),
      async () => input({ representationId: await given(), to: '2027-12-31' }),
    ],
  };
}
