import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LOCALES, type Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { ApiLocale, apiLocaleOf } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Support } from '../../platform/graphql/support.ts';
import type { AssociationEntity } from './association.entity.ts';
import { IdentifierPolicy, LanguagePolicy } from './association.enums.ts';
import { Association, associationView } from './association.type.ts';
import { supportOf } from './support-of.ts';

export enum RealmMode {
  TEST = 'TEST',
  LIVE = 'LIVE',
}
registerEnumType(RealmMode, {
  name: 'RealmMode',
  description: 'Whether this installation serves members or is for trying things out.',
  valuesConfig: {
    TEST: { description: 'Demonstration data, a mailbox page, test keys. Nothing here is real.' },
    LIVE: { description: 'Real members; test keys are refused.' },
  },
});

@Policy('CLIENT')
@ObjectType({
  simpleResolvers: true,
  description:
    "What a site needs to know before anybody signs in, as the calling client's association has it.",
})
export class Realm {
  @Field(() => RealmMode)
  readonly mode: RealmMode;

  @Field(() => [ApiLocale], { description: 'The languages to offer, the one to show first in front.' })
  readonly locales: readonly ApiLocale[];

  @Field(() => Association)
  readonly association: Association;

  @Field(() => Support)
  readonly support: Support;

  @Field(() => LanguagePolicy)
  readonly languagePolicy: LanguagePolicy;

  @Field(() => IdentifierPolicy)
  readonly identifierPolicy: IdentifierPolicy;

  constructor({ settings, wording }: Pick<Context, 'settings' | 'wording'>, association: AssociationEntity) {
    this.mode = RealmMode[settings.realmMode];
    this.locales = localesOf(association.languagePolicy).map(apiLocaleOf);
    this.association = associationView(association);
    this.support = supportOf(association, wording);
    this.languagePolicy = association.languagePolicy;
    this.identifierPolicy = association.identifierPolicy;
  }
}

const localesOf = (policy: LanguagePolicy): readonly Locale[] =>
  policy === LanguagePolicy.FR_ONLY ? ['fr-CA'] : LOCALES;
