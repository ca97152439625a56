import { In } from 'typeorm';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId, type AssociationId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { bodyForStaff } from '../../../associations/index.ts';
import { TaxAccountingElectionEntity, TaxRegistrationEntity, TaxStatusEntity } from '../../taxes/index.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';
import { PriceRuleEntity } from '../price-rule.entity.ts';
import { FeeItem, PriceList } from './price-list.type.ts';
import { TaxRegistration, TaxStatus } from './tax-rules.type.ts';
import { TaxAccountingElection } from './tax-accounting-election.type.ts';

@Resolver()
export class PriceListResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => PriceList, {
    nullable: true,
    description:
      'What an association charges for and how it is taxed, of every day. Role ADMIN, MEMBERSHIP or FINANCE there; null for anybody else.',
  })
  async priceList(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) associationId: string,
  ): Promise<PriceList | null> {
    const id = fromPublicId('Association', associationId);
    const body = id && (await bodyForStaff(context, 'READ_PRICES', id));
    return body && readPriceList(context, body.id);
  }
}

/** Of one body: the bodies above and below it have lists of their own. */
export async function readPriceList(
  { db, locale }: Pick<Context, 'db' | 'locale'>,
  associationId: AssociationId,
): Promise<PriceList> {
  const order = { fromOn: 'ASC', id: 'ASC' } as const;
  const where = { associationId };
  const [items, registrations, statuses, elections] = await Promise.all([
    db.entities.find(FeeItemEntity, { where, order: { code: 'ASC' } }),
    db.entities.find(TaxRegistrationEntity, { where, order }),
    db.entities.find(TaxStatusEntity, { where, order }),
    db.entities.find(TaxAccountingElectionEntity, {
      where: [{ issuerId: associationId }, { supplierId: associationId }],
      order,
    }),
  ]);
  const rules = await db.entities.find(PriceRuleEntity, {
    where: { feeItemId: In(items.map(({ id }) => id)) },
    order,
  });
  return Object.assign(new PriceList(), {
    feeItems: items.map(item => {
      const own = rules.filter(({ feeItemId }) => feeItemId === item.id);
      return new FeeItem(item, own, locale);
    }),
    taxRegistrations: registrations.map(row => new TaxRegistration(row)),
    taxStatuses: statuses.map(row => new TaxStatus(row)),
    taxAccountingElections: elections.map(row => new TaxAccountingElection(row)),
  });
}
