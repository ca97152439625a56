import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { associationById } from '../association.loaders.ts';
import { Association, associationView } from '../association.type.ts';
import { mayAsStaff } from '../staff-rights.ts';
import { listSharingAgreements } from './list-sharing-agreements.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';

const SharingAgreementConnection = connectionOf<SharingAgreement>('SharingAgreement', () => SharingAgreement);

@Resolver(() => Association)
export class AssociationSharingResolver {
  @FieldResolver(() => SharingAgreementConnection, {
    nullable: true,
    description:
      'What it lets bodies above it see, and what bodies below let it see, ended ones included, the latest first. For its administrators; null for anybody else.',
  })
  async sharingAgreements(
    @Root() { row }: Association,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<SharingAgreement> | null> {
    if (!(await mayAsStaff(context, 'READ_SHARING', row.id))) return null;
    return toConnection(SharingAgreementConnection, await listSharingAgreements(context, row.id, args));
  }
}

@Resolver(() => SharingAgreement)
export class SharingAgreementResolver {
  @FieldResolver(() => Association, { description: 'Whose members are shared.' })
  association(@Root() { row }: SharingAgreement, @Ctx() context: Context): Promise<Association> {
    return bodyOf(context, row.fromAssociationId);
  }

  @FieldResolver(() => Association, { description: 'Whose staff see them.' })
  sharedWith(@Root() { row }: SharingAgreement, @Ctx() context: Context): Promise<Association> {
    return bodyOf(context, row.toAssociationId);
  }
}

async function bodyOf(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (!row) throw new Error('an agreement names an association that is gone');
  return associationView(row);
}
