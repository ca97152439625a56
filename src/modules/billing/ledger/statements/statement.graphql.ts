import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { fromPublicId, type IdKind } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { ApiLocale, localeOf } from '../../../../platform/graphql/locale-enum.ts';
import { DocumentLink, linkToPrint, type PrintDocument } from '../../../documents/index.ts';
import { documentLocale } from '../../invoices/document-locale.ts';
import { findRemittance } from '../remitting/find-remittance.ts';
import { RemittanceBatch } from '../remitting/remittance.type.ts';
import { printStatement } from './print-statement.ts';
import { readStatementFacts } from './statement-facts.ts';

/** For the staff of both sides. */
const remittanceStatement: PrintDocument = async (context, publicId, asked) => {
  const id = fromPublicId('RemittanceBatch', publicId);
  const batch = id && context.actor ? await findRemittance(context, id) : null;
  const [facts] = batch ? await context.db.read(readStatementFacts, [id]) : [];
  if (!facts) return null;
  const wording = context.wordings.in(documentLocale(facts.book.languagePolicy, asked));
  const name = wording.of('ledger.statement.file', {
    book: facts.book.code.toUpperCase(),
    body: facts.body.code.toUpperCase(),
    from: facts.from,
  });
  return { name: `${name}.pdf`, content: await printStatement(facts, wording) };
};

export const printedStatements: Partial<Record<IdKind, PrintDocument>> = {
  RemittanceBatch: remittanceStatement,
};

@Resolver(() => RemittanceBatch)
export class RemittanceStatementResolver {
  @FieldResolver(() => DocumentLink, {
    description:
      'Where to fetch its statement, for 5 minutes: tagged PDF, the same bytes each time until something is done with the batch. Every entry of it is in the export `REMITTANCE_STATEMENT`.',
  })
  statement(
    @Root() { id }: RemittanceBatch,
    @Ctx() context: Context,
    @Arg('locale', () => ApiLocale, {
      nullable: true,
      description: 'That of the office of the book if left out. French where its policy is French alone.',
    })
    locale?: ApiLocale | null,
  ): DocumentLink {
    return linkToPrint(context, id, locale ? localeOf(locale) : null);
  }
}
