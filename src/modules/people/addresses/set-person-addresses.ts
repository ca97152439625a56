import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { PersonEntity } from '../person.entity.ts';
import { personFor } from '../person-in-care.ts';
import { personsOfActor } from '../person.loaders.ts';
import { actingPerson } from '../person.ts';
import { PersonAddressEntity } from './person-address.entity.ts';
import { putPersonAddresses } from './person-address.rows.ts';
import { readPersonAddresses, type TypedPersonAddress } from './person-address.ts';

export interface SetPersonAddresses {
  /** Whose; one of the account's own where there is no choice, somebody on file for staff. */
  readonly personId?: string | null;
  readonly addresses: readonly TypedPersonAddress[];
}

/** Says where a person lives and works, by themselves or by staff. */
export async function setPersonAddresses(context: Context, input: SetPersonAddresses): Promise<PersonEntity> {
  const issues = new InputIssues(context.wording);
  const found = await personToChange(context, input.personId, issues);
  const addresses = readPersonAddresses(input.addresses, issues);
  issues.refuseIfAny();
  if (found === null) throw new Error('a person who is not found is blamed above');

  return context.db.transaction(async tx => {
    // Held, or two who replace the list at once would both add theirs.
    const person = await tx.findOneOrFail(PersonEntity, {
      where: { id: found.id },
      lock: { mode: 'for_no_key_update' },
    });
    const read = (): Promise<PersonAddressEntity[]> =>
      tx.find(PersonAddressEntity, { where: { personId: person.id }, order: { main: 'DESC' } });
    const before = await read();
    await putPersonAddresses(tx, person.id, addresses);
    await recordAudit(context, tx, {
      act: 'setPersonAddresses',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
      before: { addresses: before },
      after: { addresses: await read() },
    });
    return person;
  });
}

/** One's own record goes before one's role: nobody acts as staff on themselves. */
async function personToChange(
  context: Context,
  publicId: string | null | undefined,
  issues: InputIssues,
): Promise<PersonEntity | null> {
  const own = await personsOfActor(context);
  if (publicId === null || publicId === undefined) {
    const person = actingPerson(own, context.client?.associationId ?? '');
    if (person === null) issues.add('personId', InputIssueCode.REQUIRED, 'people.issue.person');
    return person;
  }
  const id = fromPublicId('Person', publicId);
  return own.find(person => person.id === id) ?? (await personFor(context, publicId, 'MANAGE_MEMBERSHIPS'));
}
