import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayAt, endOfDay } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { associationById } from '../../associations/index.ts';
import { Delegate } from '../../people/index.ts';
import { Organization } from '../organization.type.ts';
import { principalAt } from './principal-on.ts';

@Resolver(() => Organization)
export class OrganizationPrincipalOnResolver {
  @FieldResolver(() => Delegate, {
    nullable: true,
    description:
      'Who was principal delegate at the end of a day in the association’s zone, and for today who is now, with or without rights. Null for a day before the first one, and for days to come.',
  })
  async principalOn(
    @Root() { facts: { id, associationId } }: Organization,
    @Ctx() context: Context,
    @Arg('date', () => DateScalar, { nullable: true, description: 'Today if left out.' })
    asked?: LocalDate | null,
  ): Promise<Delegate | null> {
    const association = await context.load(associationById, associationId);
    if (association === null) throw new Error('an organization names an association that is gone');
    const now = context.clock.now();
    const today = dayAt(association.timeZone, now);
    const date = asked ?? today;
    if (date > today) return null;
    const at = date === today ? now : endOfDay(date, association.timeZone);
    const principal = await context.load(principalAt, `${id} ${at.toISOString()}`);
    return principal && new Delegate(principal);
  }
}
