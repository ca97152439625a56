import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AssociationDocumentEntity } from './association-document.entity.ts';
import { DocumentKind } from './association.enums.ts';
import { inLanguage } from './in-language.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'A text to show before an account is opened. The ids of those that the person accepted are sent back in `acceptedDocuments`.',
})
export class ShownDocument {
  @Field(() => ID)
  readonly id: string;

  @Field(() => DocumentKind)
  readonly kind: DocumentKind;

  @Field(() => String, { description: 'Which version it is; the acceptance is recorded with it.' })
  readonly version: string;

  @Field(() => String, { description: 'What to call it, in the language of the request.' })
  readonly label: string;

  @Field(() => LocalizedText, { description: 'What to call it, beside each of its `urls`.' })
  readonly labels: LocalizedText;

  @Field(() => String, {
    description:
      'Where it can be read, in the language of the request; in French where the association serves people in French alone.',
  })
  readonly url: string;

  @Field(() => LocalizedText, {
    description:
      'Where it can be read in each language. Where the `languagePolicy` of the association is `FR_FIRST_CHOICE`, show the French text first and offer the other beside it, whatever the language of the page; where it is `FR_ONLY`, show the French one alone. Elsewhere `url` is enough.',
  })
  readonly urls: LocalizedText;

  /** `offered`: the languages in which the association serves people, the first one first. */
  constructor(
    row: AssociationDocumentEntity,
    { locale, wordings }: Pick<Context, 'locale' | 'wordings'>,
    offered: readonly [Locale, ...Locale[]],
  ) {
    const labelIn = (language: Locale): string => wordings.in(language).of(`DocumentKind.${row.kind}`);
    this.id = toPublicId('AssociationDocument', row.id);
    this.kind = row.kind;
    this.version = row.version;
    this.label = labelIn(locale);
    this.labels = localized(labelIn('fr-CA'), labelIn('en-CA'));
    this.url = inLanguage(offered.includes(locale) ? locale : offered[0], row.urlFr, row.urlEn);
    this.urls = localized(row.urlFr, row.urlEn);
  }
}
