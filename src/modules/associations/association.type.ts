import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Support } from '../../platform/graphql/support.ts';
import type { AssociationEntity } from './association.entity.ts';
import { AssociationKind, LanguagePolicy } from './association.enums.ts';
import { inLanguage } from './in-language.ts';
import { supportOf } from './support-of.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'How an association shows itself.' })
export class Brand {
  @Field(() => String, { description: 'Background of buttons and headers, `#rrggbb`.' })
  readonly colour: string;

  @Field(() => String, { description: 'Text on that background, `#rrggbb`; at least 4.5 to 1 against it.' })
  readonly textColour: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its logo, an https address on its own site; null where none is on file. Pages show it. Mails do not: mail programs hold remote pictures back, and loading one would tell when the mail was read.',
  })
  readonly logoUrl: string | null;

  constructor(row: Pick<AssociationEntity, 'brandColour' | 'brandTextColour' | 'brandLogoUrl'>) {
    this.colour = row.brandColour;
    this.textColour = row.brandTextColour;
    this.logoUrl = row.brandLogoUrl;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A body of a federation: a national institute, one of its provincial ones, a section, a chapter.',
})
export class Association extends Node {
  @Field(() => String, { description: 'How programs name it, e.g. `aqpm`; it never changes.' })
  readonly code: string;

  @Field(() => AssociationKind)
  readonly kind: AssociationKind;

  @Field(() => LocalizedText)
  readonly names: LocalizedText;

  @Field(() => String, {
    description: 'IANA name, e.g. `America/Toronto`. Its deadlines end with the day in this zone.',
  })
  readonly timeZone: string;

  @Field(() => [String], {
    description: 'Its territory, as two-letter codes of Canada Post; empty when it is all of Canada.',
  })
  readonly provinces: readonly string[];

  @Field(() => Brand)
  readonly brand: Brand;

  @Field(() => LanguagePolicy)
  readonly languagePolicy: LanguagePolicy;

  constructor(readonly row: AssociationEntity) {
    super({ kind: 'Association', id: row.id });
    this.code = row.code;
    this.kind = row.kind;
    this.names = localized(row.nameFr, row.nameEn);
    this.timeZone = row.timeZone;
    this.provinces = row.provinces;
    this.brand = new Brand(row);
    this.languagePolicy = row.languagePolicy;
  }

  @Field(() => String, { description: 'In the language of the request.' })
  name(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.row.nameFr, this.row.nameEn);
  }

  @Field(() => String, { description: 'Its initials or usual short form, in the language of the request.' })
  shortName(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.row.shortNameFr, this.row.shortNameEn);
  }

  @Field(() => String, { description: 'Web address in the language of the request.' })
  website(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.row.websiteFr, this.row.websiteEn);
  }

  @Field(() => Support)
  support(@Ctx() { wording }: Context): Support {
    return supportOf(this.row, wording);
  }
}

export const associationView = (row: AssociationEntity): Association => new Association(row);
