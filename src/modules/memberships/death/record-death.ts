import { stopped } from '../../../kernel/clock.ts';
import { newId, type PersonId, type UploadId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { violates } from '../../../platform/database/violation.ts';
import { ServiceBusy } from '../../../platform/graphql/faults.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { withdrawMails } from '../../../platform/mail/index.ts';
import { refuse } from '../../../platform/problem.ts';
import { barSignIn, holdAccount } from '../../accounts/index.ts';
import { keepUpload, receivedUpload } from '../../documents/index.ts';
import { noteDeath } from '../../people/index.ts';
import { holdToChange } from '../hold-membership.ts';
import { membershipMoney } from '../money.ports.ts';
import { closeByDeath } from './close-by-death.ts';
import { memberDied } from './death.mails.ts';
import { DeathOnRecord } from './death.problems.ts';
import { changesOf, planDeath, type DeathPlan } from './plan-death.ts';
import { demandShownTotal } from './shown-total.ts';
import { tellOtherBodies } from './tell-other-bodies.ts';
import type { DeathRecordId } from './death-record.entity.ts';

export interface RecordDeath {
  readonly personId: string;
  readonly diedOn: LocalDate;
  readonly uploadId?: string | null;
  /** What it costs or gives back in all, as whoever records it has seen it. */
  readonly shownTotalCents: number;
  readonly idempotencyKey: string | undefined;
}

const ONCE = 'death_record_standing_idx';
const add = statement(
  'death-record-add',
  `insert into death_record (id, person_id, association_id, died_on, upload_id, recorded_at)
   values ($1, $2, $3, $4, $5, $6)`,
);
const overtake = statement(
  'death-overtakes-transfers',
  `update membership_transfer set ended_at = $2, ended_why = 'OVERTAKEN'
   where ended_at is null and membership_id in (select id from membership where person_id = any ($1::uuid[]))`,
);

/**
 * Puts a death on record: memberships end, sign-in and sessions with them, and whatever waits to be sent is withdrawn,
 * all in one instant.
 */
export async function recordDeath(
  context: Context,
  { idempotencyKey: key, ...input }: RecordDeath,
): Promise<{ readonly personId: PersonId }> {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    async () => {
      const plan = await planDeath(context, input);
      return { plan, uploadId: await uploadIn(context, plan, input.uploadId ?? null) };
    },
    { operation: 'recordDeath', key, input },
    async (tx, { plan: before, uploadId }) => {
      if (before.accountId !== null) await holdAccount(tx, before.accountId);
      const held = before.closes.map(({ membership }) => membership.id);
      await holdToChange(context, tx, held);
      // One instant for all of it: by it a correction finds what was changed.
      const inside = contextWithin({ ...context, clock: stopped(context.clock) }, tx);
      const plan = await planDeath(inside, input);
      // Admitted since: of that one nobody waits for this, and whoever asks again holds it too.
      if (plan.closes.some(({ membership }) => !held.includes(membership.id))) throw new ServiceBusy();
      await carryOut(inside, tx, plan, { uploadId, shownTotalCents: input.shownTotalCents });
      return { personId: plan.person.id };
    },
  );
}

async function uploadIn(
  context: Context,
  { associationId }: DeathPlan,
  publicId: string | null,
): Promise<UploadId | null> {
  if (publicId === null) return null;
  const upload = await receivedUpload(context, publicId, 'DOCUMENT');
  return upload?.associationId === associationId ? upload.id : refuseUpload(context);
}

function refuseUpload({ wording }: Context): never {
  const issues = new InputIssues(wording);
  issues.add('uploadId', InputIssueCode.NOT_ALLOWED, 'memberships.death.issue.upload');
  issues.refuseIfAny();
  throw new Error('what was blamed was let through');
}

async function carryOut(
  context: Context,
  tx: Tx,
  plan: DeathPlan,
  { uploadId, shownTotalCents }: { readonly uploadId: UploadId | null; readonly shownTotalCents: number },
): Promise<void> {
  const { person, associationId, diedOn, personIds, onRecord, closes, elsewhere, accountId, account } = plan;
  const effects = await demandShownTotal(context, changesOf(plan), shownTotalCents);
  if (uploadId !== null && !(await keepUpload(context, tx, uploadId))) refuseUpload(context);
  const recordId = await put(context, tx, plan, uploadId);
  // Of several days on record, that of the first one holds.
  await noteDeath(tx, personIds, onRecord[0]?.diedOn ?? diedOn);
  for (const { membership, closing } of closes)
    await closeByDeath(context, tx, recordId, membership.id, closing);
  await within(tx, overtake, [personIds, context.clock.now()]);
  const money = context.ports.of(membershipMoney);
  await money.hold(
    tx,
    effects.map(({ effect }) => effect),
  );
  for (const { change, effect } of effects)
    await money.settle(contextWithin(context, tx), tx, change, effect);

  const barred = account === 'BARRED' ? accountId : null;
  if (barred !== null) await barSignIn(context, tx, barred);
  const mailsWithdrawn = await withdrawMails(context, tx, { personIds, accountId: barred });
  await tellOtherBodies(context, tx, {
    letter: memberDied,
    memberships: elsewhere,
    recordedBy: associationId,
    day: diedOn,
  });
  await recordAudit(context, tx, {
    act: 'recordDeath',
    subjectKind: 'Person',
    subjectId: person.id,
    associationId,
    after: {
      diedOn,
      uploadId,
      closed: closes.map(({ membership }) => membership.id),
      told: elsewhere.map(membership => membership.associationId),
      account,
      mailsWithdrawn,
    },
  });
}

async function put(
  { clock, random }: Context,
  tx: Tx,
  { person, associationId, diedOn }: DeathPlan,
  uploadId: UploadId | null,
): Promise<DeathRecordId> {
  const id = newId<'DeathRecord'>(clock, random);
  try {
    await within(tx, add, [id, person.id, associationId, diedOn, uploadId, clock.now()]);
  } catch (fault) {
    if (violates(fault, ONCE)) refuse(new DeathOnRecord(diedOn));
    throw fault;
  }
  return id;
}
