import type { Locale } from '../../../kernel/locale.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { once } from '../../../platform/database/idempotency.ts';
import { demandFreshSignIn } from '../../accounts/index.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { pageUrl } from '../../integrations/index.ts';
import { associationInCare } from '../association-in-care.ts';
import { lastDayOf } from '../invitation.ts';
import { chooseEverybody, chooseNamed, type LeftOut } from './choose-completers.ts';
import { completionCsv } from './completion-csv.ts';
import { completionExpiryOf } from './completion-rules.ts';
import { putCompletionLinks, type Completing } from './put-completion-links.ts';

export interface ExportCompletionLinks {
  readonly associationId: string;
  /** Null for everybody who is without an account and an address. */
  readonly personIds: readonly string[] | null;
  /** Of everybody: also those whose link still works. Whoever is named gets a new one in any case. */
  readonly replaceLiveLinks: boolean;
  readonly idempotencyKey?: string | undefined;
}

/** JSON, because a repeated request is answered with it again: it holds no link. */
interface Exported {
  readonly links: number;
  readonly expiresAt: Date | string;
  readonly leftOut: readonly LeftOut[];
  readonly remaining: number;
}

export interface ExportedLinks extends Omit<Exported, 'expiresAt'> {
  readonly expiresAt: Date;
  /** Null where there is nothing to show, or nothing any more. */
  readonly csv: string | null;
}

/**
 * Makes links on paper for people without an e-mail address, and the list from which letters are printed. The list is
 * in the first answer alone: it is kept nowhere, so whoever loses it makes new links.
 */
export async function exportCompletionLinks(
  context: Context,
  { idempotencyKey: key, ...input }: ExportCompletionLinks,
): Promise<ExportedLinks> {
  const association = await associationInCare(context, input.associationId);
  demandFreshSignIn(context);
  const { personIds, replaceLiveLinks } = input;
  const chosen =
    personIds === null
      ? await chooseEverybody(context, association, replaceLiveLinks)
      : await chooseNamed(context, association, personIds);
  const pages = await pagesOf(context, association);
  const expiresAt = completionExpiryOf(context.clock.now(), association.timeZone);

  const made: Completing[] = [];
  const exported = await once<Exported>(
    context,
    { operation: 'exportCompletionLinks', key, input },
    async tx => {
      const put = await putCompletionLinks(context, tx, chosen.completers, {
        association,
        expiresAt,
        replaceLiveLinks: replaceLiveLinks || personIds !== null,
      });
      if (put.length > 0) {
        await recordAudit(context, tx, {
          act: 'exportCompletionLinks',
          subjectKind: 'Association',
          subjectId: association.id,
          associationId: association.id,
          after: { links: put.length, personIds: put.map(({ personId }) => personId), expiresAt },
        });
      }
      made.push(...put);
      return { links: put.length, expiresAt, leftOut: chosen.leftOut, remaining: chosen.remaining };
    },
  );
  const lastDay = lastDayOf(expiresAt, association.timeZone);
  return {
    ...exported,
    expiresAt: new Date(exported.expiresAt),
    csv: made.length === 0 ? null : completionCsv(context.wording, made, { pages, lastDay }),
  };
}

async function pagesOf(context: Context, { id }: AssociationEntity): Promise<Record<Locale, string>> {
  const [french, english] = await Promise.all([
    pageUrl(context, id, 'COMPLETION', 'fr-CA'),
    pageUrl(context, id, 'COMPLETION', 'en-CA'),
  ]);
  return { 'fr-CA': french, 'en-CA': english };
}
