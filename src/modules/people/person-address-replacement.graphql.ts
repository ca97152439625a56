import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { recordReading } from '../../platform/audit/record-readings.ts';
import type { Context } from '../../platform/context.ts';
import { AddressReplacement, openReplacementOfAccount } from '../accounts/index.ts';
import { mayAsStaff } from '../associations/index.ts';
import { personById } from './person.loaders.ts';
import { Person } from './person.type.ts';

@Resolver(() => Person)
export class PersonAddressReplacementResolver {
  @FieldResolver(() => AddressReplacement, {
    nullable: true,
    description:
      'For staff with role ADMIN or MEMBERSHIP: the replacement of this person’s lost address that waits to take effect. Null for anybody else; people find theirs in `Account.addressReplacement`.',
  })
  async addressReplacement(
    @Root() { facts }: Person,
    @Ctx() context: Context,
  ): Promise<AddressReplacement | null> {
    const person = await context.load(personById, facts.id);
    if (!person?.accountId) return null;
    if (!(await mayAsStaff(context, 'READ_ADDRESS_REPLACEMENTS', person.associationId))) return null;
    const open = await context.load(openReplacementOfAccount, person.accountId);
    if (open === null) return null;
    await recordReading(context, {
      act: 'readPersonAddressReplacement',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
    });
    return new AddressReplacement(open, context.actor?.accountId ?? null);
  }
}
