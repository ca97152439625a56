import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
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

  @Field(() => String, { description: 'Where it can be read, in the language of the request.' })
  readonly url: string;

  constructor(row: AssociationDocumentEntity, { locale, wording }: Pick<Context, 'locale' | 'wording'>) {
    this.id = toPublicId('AssociationDocument', row.id);
    this.kind = row.kind;
    this.version = row.version;
    this.label = wording.of(`DocumentKind.${row.kind}`);
    this.url = inLanguage(locale, row.urlFr, row.urlEn);
  }
}
