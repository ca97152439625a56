import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { inLanguage } from '../in-language.ts';
import { SharedKindName } from './sharing.enums.ts';
import type { SharingAgreementEntity } from './sharing-agreement.entity.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What an independent body lets the staff of a body above it see of its members, and why. For the administrators of both.',
})
export class SharingAgreement extends Node {
  @Field(() => [SharedKindName])
  readonly kinds: readonly SharedKindName[];

  @Field(() => LocalizedText)
  readonly purposes: LocalizedText;

  @Field(() => DateTimeScalar)
  readonly from: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It does not hold at this instant any more; null: with no end in sight.',
  })
  readonly to: Date | null;

  constructor(readonly row: SharingAgreementEntity) {
    super({ kind: 'SharingAgreement', id: row.id });
    this.kinds = row.kinds.map(kind => SharedKindName[kind]);
    this.purposes = localized(row.purposeFr, row.purposeEn);
    this.from = row.fromAt;
    this.to = row.toAt;
  }

  @Field(() => String, { description: 'What it is for, in the language of the request.' })
  purpose(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.row.purposeFr, this.row.purposeEn);
  }
}
