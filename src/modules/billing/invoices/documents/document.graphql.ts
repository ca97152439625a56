import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import { ApiLocale, localeOf } from '../../../../platform/graphql/locale-enum.ts';
import { DocumentLink, linkToPrint } from '../../../documents/index.ts';
import { CreditNote } from '../crediting/credit-note.type.ts';
import { readerOf } from '../invoice-rights.ts';
import { Invoice } from '../invoice.type.ts';

const LANGUAGE =
  'The one in which it was issued if left out. French where the association’s policy is French alone.';

@Resolver(() => Invoice)
export class InvoiceDocumentResolver {
  @FieldResolver(() => DocumentLink, {
    nullable: true,
    description:
      'Where to fetch the document, for 5 minutes: tagged PDF, the same bytes each time. Null for whoever does not see `billTo`.',
  })
  async document(
    @Root() invoice: Invoice,
    @Ctx() context: Context,
    @Arg('locale', () => ApiLocale, { nullable: true, description: LANGUAGE }) locale?: ApiLocale | null,
  ): Promise<DocumentLink | null> {
    const reader = await readerOf(context, invoice.facts);
    if (reader === null || reader === 'MEMBER') return null;
    return linkToPrint(context, invoice.id, locale ? localeOf(locale) : null);
  }
}

@Resolver(() => CreditNote)
export class CreditNoteDocumentResolver {
  @FieldResolver(() => DocumentLink, {
    description: 'Where to fetch the document, for 5 minutes: tagged PDF, the same bytes each time.',
  })
  document(
    @Root() note: CreditNote,
    @Ctx() context: Context,
    @Arg('locale', () => ApiLocale, { nullable: true, description: LANGUAGE }) locale?: ApiLocale | null,
  ): DocumentLink {
    return linkToPrint(context, note.id, locale ? localeOf(locale) : null);
  }
}
