import type { AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { actorOf, holdAccount } from '../accounts/index.ts';
import { supportOf, type AssociationEntity } from '../associations/index.ts';
import { MEGABYTE, type UploadPurpose } from './upload-purpose.ts';
import { UploadQuota, UploadQuotaReached } from './upload.problems.ts';

const DAY_MS = 24 * 3_600_000;

const ACCOUNT = {
  filesADay: 100,
  megabytes: { IMPORT: 1_024, DOCUMENT: 250, EXPORT: 0, BANK_FILE: 50 } satisfies Record<
    UploadPurpose,
    number
  >,
};
const ASSOCIATION = { filesADay: 5_000, megabytes: 20_480 };

interface Usage {
  readonly bytes: number;
  readonly files: number;
  /** The first of the files that count for this day. */
  readonly oldest: Date | null;
}

/** $2: now, $3: a day before. */
const USAGE = `
  coalesce(sum(size) filter (where removed_at is null
    and (received_at is not null or expires_at > $2 or receiving_until > $2)), 0)::float8 as bytes,
  (count(*) filter (where created_at > $3))::int as files, min(created_at) filter (where created_at > $3) as oldest`;
const COUNTS = '(removed_at is null or created_at > $3)';

const ofAccount = statement<Usage>(
  'upload-usage-account',
  `select ${USAGE} from upload where account_id = $1 and purpose = $4 and ${COUNTS}`,
);
const ofAssociation = statement<Usage>(
  'upload-usage-association',
  `select ${USAGE} from upload where association_id = $1 and ${COUNTS}`,
);
const holdAssociation = statement(
  'upload-hold-association',
  'select from association where id = $1 for no key update',
);

type Body = Parameters<typeof supportOf>[0] & Pick<AssociationEntity, 'id'>;

/**
 * Refuses what there is no room for. Uploads of one account, and of one association, wait for each other here: of two
 * at once the second one counts the first.
 */
export async function demandRoom(
  context: Context,
  tx: Tx,
  { association, purpose, size }: { association: Body; purpose: UploadPurpose; size: number },
): Promise<void> {
  const { accountId } = actorOf(context);
  const now = context.clock.now();
  const dayAgo = new Date(now.getTime() - DAY_MS);
  await holdAccount(tx, accountId);
  await within(tx, holdAssociation, [association.id satisfies AssociationId]);

  const [own] = await within(tx, ofAccount, [accountId, now, dayAgo, purpose]);
  const [all] = await within(tx, ofAssociation, [association.id, now, dayAgo]);
  if (!own || !all) throw new Error('a sum has one row');
  const judge = reaches(context, association, size);
  judge(own, ACCOUNT.megabytes[purpose], UploadQuota.ACCOUNT_MEGABYTES);
  judge(own, ACCOUNT.filesADay, UploadQuota.ACCOUNT_FILES_A_DAY);
  judge(all, ASSOCIATION.megabytes, UploadQuota.ASSOCIATION_MEGABYTES);
  judge(all, ASSOCIATION.filesADay, UploadQuota.ASSOCIATION_FILES_A_DAY);
}

const reaches =
  ({ clock, wording }: Context, association: Body, size: number) =>
  ({ bytes, files, oldest }: Usage, limit: number, quota: UploadQuota): void => {
    const isOfFiles =
      quota === UploadQuota.ACCOUNT_FILES_A_DAY || quota === UploadQuota.ASSOCIATION_FILES_A_DAY;
    if (isOfFiles ? files < limit : bytes + size <= limit * MEGABYTE) return;
    const wait = oldest === null ? 0 : oldest.getTime() + DAY_MS - clock.now().getTime();
    const next = isOfFiles
      ? new NextStep(NextStepKind.WAIT, { retryAfterSeconds: Math.max(1, Math.ceil(wait / 1_000)) })
      : new NextStep(NextStepKind.CONTACT_SUPPORT, { support: supportOf(association, wording) });
    const used = isOfFiles ? files : Math.ceil(bytes / MEGABYTE);
    refuse(new UploadQuotaReached({ quota, limit, used }, next));
  };
