import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AssociationId, ClientId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { CallingClient, RealmMode } from '../../platform/context.ts';
import { Bytes, Instant, Key, OneOf, Reference, Text, TextKey } from '../../platform/database/columns.ts';
import { CLIENT_PAGES, type ClientPage } from './client-page.ts';

/** A program that calls: a partner site, or an internal tool. */
@Entity('client')
@Unique(['keyDigest'])
@OneOf('client', 'kind', ['PUBLISHABLE', 'SECRET'])
@OneOf('client', 'key_mode', ['TEST', 'LIVE'])
@OneOf('client', 'sign_in_mode', ['HOSTED', 'DIRECT'])
export class ClientEntity {
  @Key()
  id!: ClientId;

  @Index()
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  name!: string;

  @Text()
  kind!: CallingClient['kind'];

  @Text()
  keyMode!: RealmMode;

  @Bytes()
  keyDigest!: Buffer;

  /** Stands in the pages of the site anyway, so it can be shown again; a secret key cannot. */
  @Text({ nullable: true })
  publishableKey!: string | null;

  @Text()
  signInMode!: CallingClient['signInMode'];

  @Instant()
  registeredAt!: Date;

  @Instant({ nullable: true })
  revokedAt!: Date | null;
}

/** A browser origin from which the client's pages call. */
@Entity('client_origin')
export class ClientOriginEntity {
  @ForeignKey('client')
  @Key()
  clientId!: ClientId;

  @Index()
  @TextKey()
  origin!: string;
}

/** Where one of the client's pages is, in one language. */
@Entity('client_page')
@OneOf('client_page', 'page', CLIENT_PAGES)
export class ClientPageEntity {
  @ForeignKey('client')
  @Key()
  clientId!: ClientId;

  @TextKey()
  page!: ClientPage;

  @TextKey()
  locale!: Locale;

  @Text()
  url!: string;
}
