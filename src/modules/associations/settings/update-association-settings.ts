import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { refuse } from '../../../platform/problem.ts';
import { AssociationEntity } from '../association.entity.ts';
import { associationInReach } from '../find-association.ts';
import { mayChangeSettings } from './association-settings.policy.ts';
import { AssociationSettingsChanged } from './association-settings.problems.ts';
import { columnsOf, settingsOf, versionOf } from './association-settings.ts';
import { readSettings, type TypedSettings } from './read-settings.ts';

export interface UpdateAssociationSettings {
  readonly associationId: string;
  /** Of the settings as they were read. */
  readonly version: string;
  readonly settings: TypedSettings;
}

/**
 * Changes what an association decides for the accounts of its people. Whoever changes it has seen what it was: of two
 * administrators at once the second one is told, unless both want the same.
 */
export async function updateAssociationSettings(
  context: Context,
  { associationId, version, settings: typed }: UpdateAssociationSettings,
): Promise<AssociationEntity> {
  demandFreshSignIn(context);
  const id = await associationInCare(context, associationId);
  return context.db.transaction(async tx => {
    const row = await tx.findOneOrFail(AssociationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const before = settingsOf(row);
    const after = readSettings(context, before, typed);
    if (versionOf(after) === versionOf(before)) return row;
    if (version !== versionOf(before)) refuse(new AssociationSettingsChanged());

    await tx.update(AssociationEntity, { id }, columnsOf(after));
    await recordAudit(context, tx, {
      act: 'updateAssociationSettings',
      subjectKind: 'Association',
      subjectId: id,
      associationId: id,
      ...onlyDifferent(before, after),
    });
    return Object.assign(row, columnsOf(after));
  });
}

/** An association that the signed-in person administers; absent and elsewhere are the same fault. */
async function associationInCare(context: Context, publicId: string): Promise<AssociationEntity['id']> {
  const id = fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (!association || !(await mayChangeSettings(context, association.id))) throw new Forbidden('STAFF');
  return association.id;
}

function onlyDifferent<T extends object>(before: T, after: T): { before: object; after: object } {
  const names = (Object.keys(after) as (keyof T)[]).filter(
    name => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const those = (facts: T): object => Object.fromEntries(names.map(name => [name, facts[name]]));
  return { before: those(before), after: those(after) };
}
