import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type ClientId } from '../../../kernel/id.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { AuditRow } from './audit-rows.ts';
import { actInWords, changesOf, publicIdOf, type Change } from './changes.ts';
import type { Known } from './who-is-known.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Who did something.' })
export class AuditActor {
  @Field(() => ID, {
    nullable: true,
    description:
      'Their account. Null for somebody whom the association does not have on file and who was never on its staff.',
  })
  readonly accountId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As on file today; of a shared account both names. Null as `accountId` is.',
  })
  readonly displayName: string | null;

  constructor(accountId: string, known: Known) {
    this.accountId = publicIdOf('Account', accountId, known);
    this.displayName = known.accounts.get(accountId) ?? null;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The site or tool through which something was done.' })
export class AuditClient {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'Its name for operators; null when it is gone.' })
  readonly name: string | null;

  constructor(id: string, name: string | null) {
    this.id = toPublicId('Client', id as ClientId);
    this.name = name;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What something was done with.' })
export class AuditSubject {
  @Field(() => String, { description: 'The kind of record, such as `Person` or `Invitation`.' })
  readonly kind: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'For `node`, where it can be read still. Null for kinds without an id, and unknown accounts.',
  })
  readonly id: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a person, an organization, an account or the association, as on file today.',
  })
  readonly name: string | null;

  constructor({ subjectKind, subjectId }: AuditRow, wording: Wording, known: Known) {
    const name = known.records.get(subjectId);
    this.kind = subjectKind;
    this.id = publicIdOf(subjectKind, subjectId, known);
    this.name =
      known.accounts.get(subjectId) ?? (name && (wording.locale === 'fr-CA' ? name.fr : name.en)) ?? null;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A fact before an act and after it. Never a secret.' })
export class AuditChange {
  @Field(() => String, { description: 'Where it stands in what was recorded, such as `address.city`.' })
  readonly field: string;

  @Field(() => String, { description: 'The same in words, where there are some.' })
  readonly label: string;

  @Field(() => String, { nullable: true, description: 'At most 500 characters; null when it was nothing.' })
  readonly before: string | null;

  @Field(() => String, { nullable: true, description: 'As `before`.' })
  readonly after: string | null;

  constructor({ field, label, before, after }: Change) {
    this.field = field;
    this.label = label;
    this.before = before;
    this.after = after;
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A line of the audit trail: written with the act itself, and never changed since.',
})
export class AuditEntry {
  @Field(() => DateTimeScalar)
  readonly occurredAt: Date;

  @Field(() => String, {
    description: 'The act in the words of the API, such as `acceptInvitation` or `readPersonLogin`.',
  })
  readonly act: string;

  @Field(() => String, { description: 'The act in the language of the request, safe to show.' })
  readonly actLabel: string;

  @Field(() => AuditActor, { nullable: true, description: 'Null where nobody was signed in.' })
  readonly actor: AuditActor | null;

  @Field(() => AuditClient, { nullable: true, description: 'Null for what the portal or its operator did.' })
  readonly client: AuditClient | null;

  @Field(() => AuditSubject)
  readonly subject: AuditSubject;

  @Field(() => [AuditChange], { description: 'What the act found and left; at most 100 facts.' })
  readonly changes: readonly AuditChange[];

  @Field(() => String, { nullable: true, description: 'Of the request, as in `X-Request-Id` of its answer.' })
  readonly requestId: string | null;

  constructor(row: AuditRow, wording: Wording, known: Known) {
    this.occurredAt = row.occurredAt;
    this.act = row.act;
    this.actLabel = actInWords(row.act, wording);
    this.actor = row.accountId === null ? null : new AuditActor(row.accountId, known);
    this.client = row.clientId === null ? null : new AuditClient(row.clientId, row.clientName);
    this.subject = new AuditSubject(row, wording, known);
    this.changes = changesOf(row, wording, known).map(change => new AuditChange(change));
    this.requestId = row.requestId;
  }
}

export const AuditEntryConnection = connectionOf<AuditEntry>('AuditEntry', () => AuditEntry);
