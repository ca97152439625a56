import { newId, type AccountId, type AssociationDocumentId, type AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { DocumentAcceptanceEntity, LanguageChoiceEntity } from './acceptance.entity.ts';

export interface Acceptance {
  readonly accountId: string;
  readonly associationId: string;
  /** The versions that were on the screen; whoever calls has judged that they are those in force. */
  readonly documentIds: readonly string[];
  /** The language in which they were shown. */
  readonly shownLocale: Locale;
  /** The language that the person chose expressly, and the one that was shown before the choice. */
  readonly chosen: Locale;
  readonly firstShown: Locale;
}

/** Keeps the proof of what was accepted and chosen when an account was opened. */
export async function acceptDocuments(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  { documentIds, shownLocale, chosen, firstShown, ...owner }: Acceptance,
): Promise<void> {
  const accountId = owner.accountId as AccountId;
  const now = clock.now();
  await tx.insert(
    DocumentAcceptanceEntity,
    documentIds.map(documentId => ({
      id: newId(clock, random),
      accountId,
      documentId: documentId as AssociationDocumentId,
      shownLocale,
      acceptedAt: now,
    })),
  );
  await tx.insert(LanguageChoiceEntity, {
    id: newId(clock, random),
    accountId,
    associationId: owner.associationId as AssociationId,
    chosen,
    firstShown,
    chosenAt: now,
  });
}
