import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { inLanguage } from './in-language.ts';
import type { SectionEntity } from './section.entity.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A sector into which an association sorts its member organizations, e.g. television.',
})
export class Section extends Node {
  @Field(() => String, { description: 'Unique in its association.' })
  readonly code: string;

  @Field(() => LocalizedText)
  readonly names: LocalizedText;

  constructor(row: Pick<SectionEntity, 'id' | 'code' | 'nameFr' | 'nameEn'>) {
    super({ kind: 'Section', id: row.id });
    this.code = row.code;
    this.names = localized(row.nameFr, row.nameEn);
  }

  @Field(() => String, { description: 'In the language of the request.' })
  name(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.names.fr, this.names.en);
  }
}
