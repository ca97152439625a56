import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { LocalDate } from '../kernel/local-date.ts';
import { ownRepresentations, Representation } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { DateScalar } from '../platform/graphql/scalars.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerRepresentationsResolver {
  @FieldResolver(() => [Representation], {
    description: 'Whom the person represents on a day: estates, trusts, companies, protected persons.',
  })
  representations(
    @Ctx() context: Context,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'Today if left out, as each association counts its days.',
    })
    asOf?: LocalDate | null,
  ): Promise<Representation[]> {
    return ownRepresentations(context, asOf);
  }
}
