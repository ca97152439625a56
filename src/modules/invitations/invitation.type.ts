import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { ApiLocale, apiLocaleOf } from '../../platform/graphql/locale-enum.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import { Mail } from '../../platform/mail/mail.type.ts';
import { Association, associationById, associationView, StaffRole } from '../associations/index.ts';
import { DelegateRole, Organization, organizationById, organizationView } from '../organizations/index.ts';
import { Delegate, nameOnFile, personById } from '../people/index.ts';
import { mailOfInvitation } from './invitation-mail.ts';
import { InvitationState, InvitationTargetKind } from './invitation.enums.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { stateOf } from './invitation.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An invitation, as staff and the principal delegate see it. Its code is in the mail alone.',
})
export class Invitation extends Node {
  @Field(() => EmailAddressScalar, { description: 'Where it was sent.' })
  readonly email: string;

  @Field(() => InvitationTargetKind)
  readonly targetKind: InvitationTargetKind;

  @Field(() => [DelegateRole], {
    description: 'What it gives in the organization; empty unless it leads to one.',
  })
  readonly roles: readonly DelegateRole[];

  @Field(() => StaffRole, { nullable: true })
  readonly staffRole: StaffRole | null;

  @Field(() => ApiLocale, { description: 'The language of its mail.' })
  readonly locale: ApiLocale;

  @Field(() => DateTimeScalar)
  readonly issuedAt: Date;

  @Field(() => DateTimeScalar, { description: 'The last instant at which its present code can be used.' })
  readonly expiresAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly acceptedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly declinedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly revokedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the invited address or the inviter said that the wrong person had accepted.',
  })
  readonly disputedAt: Date | null;

  constructor(private readonly row: InvitationEntity) {
    super({ kind: 'Invitation', id: row.id });
    this.email = row.email;
    this.targetKind = row.targetKind;
    this.roles = row.delegateRoles;
    this.staffRole = row.staffRole;
    this.locale = apiLocaleOf(row.locale);
    this.issuedAt = row.issuedAt;
    this.expiresAt = row.expiresAt;
    this.acceptedAt = row.acceptedAt;
    this.declinedAt = row.declinedAt;
    this.revokedAt = row.revokedAt;
    this.disputedAt = row.disputedAt;
  }

  @Field(() => InvitationState)
  state(@Ctx() { clock }: Context): InvitationState {
    return stateOf(this.row, clock.now());
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { clock, wording }: Context): string {
    return wording.of(`InvitationState.${stateOf(this.row, clock.now())}`);
  }

  @Field(() => Association)
  async association(@Ctx() context: Context): Promise<Association> {
    const association = await context.load(associationById, this.row.associationId);
    if (!association) throw new Error('an invitation speaks for an association that is gone');
    return associationView(association);
  }

  @Field(() => Delegate, { description: 'The person whom it names.' })
  async invitee(@Ctx() context: Context): Promise<Delegate> {
    const person = await context.load(personById, this.row.personId);
    if (!person) throw new Error('an invitation names a person who is gone');
    return new Delegate(person);
  }

  @Field(() => Organization, { nullable: true, description: 'Null unless it leads to an organization.' })
  async organization(@Ctx() context: Context): Promise<Organization | null> {
    if (this.row.organizationId === null) return null;
    const organization = await context.load(organizationById, this.row.organizationId);
    return organization && organizationView(context, organization);
  }

  @Field(() => String, { nullable: true, description: 'Null where whoever invited has no name on file.' })
  inviterName(@Ctx() context: Context): Promise<string | null> {
    return nameOnFile(context, this.row.associationId, this.row.inviterAccountId);
  }

  @Field(() => Mail, {
    nullable: true,
    description: 'The latest mail with a code; null once nothing is kept of it any more.',
  })
  async mail(@Ctx() context: Context): Promise<Mail | null> {
    const facts = await context.load(mailOfInvitation, this.row.id);
    return facts && new Mail(facts);
  }
}
