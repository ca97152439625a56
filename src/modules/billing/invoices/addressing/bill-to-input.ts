import { Field, InputType } from 'type-graphql';
import { OptionalText, PlainText } from '../../../../platform/graphql/validators.ts';
import type { BillTo } from '../new-invoice.ts';
import { LONGEST_LINE } from './bill-to-form.ts';

@InputType({ description: 'To whom the document is addressed.' })
export class BillToInput {
  @Field(() => String)
  @PlainText(LONGEST_LINE)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Somebody there, or a department.' })
  @OptionalText(LONGEST_LINE)
  attention?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(LONGEST_LINE)
  street?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(LONGEST_LINE)
  street2?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(LONGEST_LINE)
  city?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(LONGEST_LINE)
  province?: string | null;

  @Field(() => String, { nullable: true })
  @OptionalText(LONGEST_LINE)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Of two letters, after ISO 3166.' })
  @OptionalText(2)
  country?: string | null;
}

export const billToOf = (typed: BillToInput): BillTo => ({
  name: typed.name,
  attention: typed.attention ?? null,
  street: typed.street ?? null,
  street2: typed.street2 ?? null,
  city: typed.city ?? null,
  province: typed.province ?? null,
  postalCode: typed.postalCode ?? null,
  country: typed.country ?? null,
});
