import { Field, ObjectType } from 'type-graphql';
import { Policy } from './policy.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A name that exists in both languages.' })
export class LocalizedText {
  @Field(() => String)
  readonly fr: string;

  @Field(() => String)
  readonly en: string;

  constructor(fr: string, en: string) {
    this.fr = fr;
    this.en = en;
  }
}

export const localized = (fr: string, en: string): LocalizedText => new LocalizedText(fr, en);
