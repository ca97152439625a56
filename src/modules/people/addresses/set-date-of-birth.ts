import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { bodyForStaff } from '../../associations/index.ts';
import { PersonEntity } from '../person.entity.ts';
import { personFor } from '../person-in-care.ts';

export interface SetDateOfBirth {
  readonly personId: string;
  /** Null forgets it. */
  readonly bornOn: LocalDate | null;
}

/** Says when somebody was born, where prices go by age. Staff say it: whoever pays less by it does not. */
export async function setDateOfBirth(
  context: Context,
  { personId, bornOn }: SetDateOfBirth,
): Promise<PersonEntity> {
  const found = await personFor(context, personId, 'MANAGE_MEMBERSHIPS');
  const body = await bodyForStaff(context, 'MANAGE_MEMBERSHIPS', found.associationId);
  const issues = new InputIssues(context.wording);
  if (bornOn !== null && body !== null && bornOn > dayAt(body.timeZone, context.clock.now()))
    issues.add('bornOn', InputIssueCode.NOT_ALLOWED, 'people.address.issue.bornOn');
  issues.refuseIfAny();

  return context.db.transaction(async tx => {
    const person = await tx.findOneOrFail(PersonEntity, {
      where: { id: found.id },
      lock: { mode: 'for_no_key_update' },
    });
    await tx.update(PersonEntity, { id: person.id }, { bornOn });
    await recordAudit(context, tx, {
      act: 'setDateOfBirth',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
      before: { bornOn: person.bornOn },
      after: { bornOn },
    });
    return Object.assign(person, { bornOn });
  });
}
