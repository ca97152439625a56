import { Field, InputType } from 'type-graphql';
import { ApiLocale, localeOf } from '../../../platform/graphql/locale-enum.ts';
import type { PageFacts } from './client-facts.ts';
import { ClientPageKind } from './client.enums.ts';

@InputType()
export class ClientPageInput {
  @Field(() => ClientPageKind)
  page!: ClientPageKind;

  @Field(() => ApiLocale)
  locale!: ApiLocale;

  @Field(() => String, {
    description:
      'The whole https address, without fragment: mails put their secret there. At most 2000 characters.',
  })
  url!: string;
}

export const pageFactsOf = ({ page, locale, url }: ClientPageInput): PageFacts => ({
  page,
  locale: localeOf(locale),
  url,
});
