import { Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, PersonId } from '../../../kernel/id.ts';
import { Count, Instant, Key, Reference } from '../../../platform/database/columns.ts';

/** The newest link on paper of somebody without an e-mail address. Its secret is a one-time secret of the person. */
@Entity('completion_link')
export class CompletionLinkEntity {
  @ForeignKey('person')
  @Key()
  personId!: PersonId;

  @Index()
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** Another one each time that a link is made, so that no guess is counted for the link that follows. */
  @Reference()
  linkId!: string;

  @Instant()
  issuedAt!: Date;

  @Instant()
  expiresAt!: Date;

  /** At the member number that were not right. */
  @Count()
  guesses!: number;
}
