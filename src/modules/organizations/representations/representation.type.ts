import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { inLanguage } from '../../associations/index.ts';
import { displayNameOf } from '../../people/index.ts';
import { mayEndRepresentation, mayReadDocument } from './may-read.ts';
import { RepresentationKind } from './representation.enums.ts';
import type { RepresentationFacts } from './representation.loaders.ts';
import { todayAt } from './today-at.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about a representation through the client that they use.',
})
export class RepresentationActions {
  @Field(() => Boolean, { description: 'By `endRepresentation`, unless it is over.' })
  readonly end: boolean;

  constructor(end: boolean) {
    this.end = end;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Somebody who stands for an estate, a trust, a company or a protected person, by a document on file. Names only.',
})
export class Representation extends Node {
  @Field(() => RepresentationKind)
  readonly kind: RepresentationKind;

  @Field(() => ID, { description: 'Of the `Person` or the `Organization` that is represented.' })
  readonly representedId: string;

  @Field(() => ID, { nullable: true, description: 'Of the `Person` who represents; null for a mere name.' })
  readonly representativeId: string | null;

  @Field(() => String, { description: 'Given and family name, ready to show.' })
  readonly representativeName: string;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day, inclusive; null when no end is in sight. It lies before the first where the representation never held.',
  })
  readonly to: LocalDate | null;

  constructor(readonly facts: RepresentationFacts) {
    super({ kind: 'Representation', id: facts.id });
    const { personId, organizationId, representativePersonId, to } = facts;
    this.kind = facts.kind;
    this.representedId = representedIdOf({ personId, organizationId });
    this.representativeId = representativePersonId && toPublicId('Person', representativePersonId);
    this.representativeName = displayNameOf(facts);
    this.from = facts.from;
    this.to = to && addDays(to, -1);
  }

  @Field(() => String, { description: 'The title in the language of the request.' })
  kindLabel(@Ctx() { wording }: Context): string {
    return wording.of(`RepresentationKind.${this.kind}`);
  }

  @Field(() => String, { description: 'Of the person or the organization, in the language of the request.' })
  representedName(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.facts.representedFr, this.facts.representedEn);
  }

  @Field(() => String, {
    nullable: true,
    description: 'What shows it, as staff recorded it. For staff who read files; null for anybody else.',
  })
  async document(@Ctx() context: Context): Promise<string | null> {
    return (await mayReadDocument(context, this.facts)) ? this.facts.document : null;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'Of the document itself (`upload`), for the same; null without one.',
  })
  async uploadId(@Ctx() context: Context): Promise<string | null> {
    const { uploadId } = this.facts;
    return uploadId && (await mayReadDocument(context, this.facts)) ? toPublicId('Upload', uploadId) : null;
  }

  @Field(() => RepresentationActions, { description: 'Decided by the same rules as the mutation itself.' })
  async viewerCan(@Ctx() context: Context): Promise<RepresentationActions> {
    const { to, associationId } = this.facts;
    const isOver = to !== null && to <= (await todayAt(context, associationId));
    return new RepresentationActions(!isOver && (await mayEndRepresentation(context, this.facts)));
  }
}

function representedIdOf({
  personId,
  organizationId,
}: Pick<RepresentationFacts, 'personId' | 'organizationId'>): string {
  if (personId !== null) return toPublicId('Person', personId);
  if (organizationId !== null) return toPublicId('Organization', organizationId);
  throw new Error('a representation of nobody');
}
