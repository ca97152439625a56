import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId } from '../../kernel/id.ts';
import { Key, OneOf, Reference, TextKey } from '../../platform/database/columns.ts';
import { IDENTIFIER_KINDS, type IdentifierKind } from './account.enums.ts';

/** Stands for the association in usernames and addresses, which are unique over the whole realm. */
export const WHOLE_REALM = '00000000-0000-0000-0000-000000000000';

/** What an account can sign in with: its username, each address that is verified or was imported as such, its member numbers. */
@Entity('sign_in_identifier')
@OneOf('sign_in_identifier', 'kind', IDENTIFIER_KINDS)
export class SignInIdentifierEntity {
  @TextKey()
  kind!: IdentifierKind;

  /** Where a member number counts; `WHOLE_REALM` for the other kinds. */
  @Key()
  associationId!: string;

  /** Normalised (`identifierKey`), so that two that differ only in case cannot both exist. */
  @Index()
  @TextKey()
  value!: string;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;
}
