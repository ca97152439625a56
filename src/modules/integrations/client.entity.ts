import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, ClientId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { CallingClient, RealmMode } from '../../platform/context.ts';
import {
  BytesKey,
  Instant,
  Json,
  Key,
  OneOf,
  Reference,
  Text,
  TextKey,
  Texts,
} from '../../platform/database/columns.ts';
import type { ClientScope } from '../../platform/graphql/client-scope.ts';
import { CLIENT_PAGES, type ClientPage } from './client-page.ts';
import type { PublicKey } from './public-keys.ts';

/** A program that calls: a partner site, or an internal tool. */
@Entity('client')
@OneOf('client', 'kind', ['PUBLISHABLE', 'SECRET'])
@OneOf('client', 'key_mode', ['TEST', 'LIVE'])
@OneOf('client', 'sign_in_mode', ['HOSTED', 'DIRECT'])
@Check('client_display_name_in_both', '(display_name_fr is null) = (display_name_en is null)')
export class ClientEntity {
  @Key()
  id!: ClientId;

  @Index()
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** For administrators. */
  @Text()
  name!: string;

  /** What people read; the name of the association where there is none. */
  @Text({ nullable: true })
  displayNameFr!: string | null;

  @Text({ nullable: true })
  displayNameEn!: string | null;

  @Text()
  kind!: CallingClient['kind'];

  @Text()
  keyMode!: RealmMode;

  /** The newest one. It stands in the pages of the site anyway, so it can be shown again; a secret key cannot. */
  @Text({ nullable: true })
  publishableKey!: string | null;

  @Text()
  signInMode!: CallingClient['signInMode'];

  /** What a client with a secret key may be used for. */
  @Texts()
  scopes!: ClientScope[];

  /** Of key pairs with which the client proves itself instead of by its secret key. */
  @Json({ nullable: true })
  publicKeys!: readonly PublicKey[] | null;

  /** Where it is told that somebody has signed out elsewhere. */
  @Text({ nullable: true })
  backchannelLogoutUri!: string | null;

  @Instant()
  registeredAt!: Date;

  /** By a token or a key pair; when its keys were used stands with them. To the hour as well. */
  @Instant({ nullable: true })
  lastUsedAt!: Date | null;

  @Instant({ nullable: true })
  rotatedAt!: Date | null;

  @Instant({ nullable: true })
  revokedAt!: Date | null;
}

/** What a client names itself by. One is current; earlier ones live on for a while, so that a site can be redeployed. */
@Entity('client_key')
@Index('client_key_current_idx', ['clientId'], { unique: true, where: 'expires_at is null' })
export class ClientKeyEntity {
  @BytesKey()
  digest!: Buffer;

  @Index()
  @ForeignKey('client')
  @Reference()
  clientId!: ClientId;

  @Instant()
  madeAt!: Date;

  @Instant({ nullable: true })
  expiresAt!: Date | null;

  /** To the hour: noting each use would cost a write per request. */
  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}

/** When a key pair of a client was last used; the pairs themselves stand in the client, as its key set says. */
@Entity('client_key_pair_use')
export class ClientKeyPairUseEntity {
  @ForeignKey('client')
  @Key()
  clientId!: ClientId;

  @TextKey()
  kid!: string;

  @Instant()
  lastUsedAt!: Date;
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

/** Where a browser may be sent back to from the realm's own sign-in and sign-out pages. */
@Entity('client_redirect_uri')
@OneOf('client_redirect_uri', 'purpose', ['SIGN_IN', 'SIGN_OUT'])
export class ClientRedirectUriEntity {
  @ForeignKey('client')
  @Key()
  clientId!: ClientId;

  @TextKey()
  purpose!: 'SIGN_IN' | 'SIGN_OUT';

  @TextKey()
  uri!: string;
}

/** A GraphQL document of the site's own, which its pages may send. */
@Entity('client_document')
export class ClientDocumentEntity {
  @ForeignKey('client')
  @Key()
  clientId!: ClientId;

  /** In hexadecimal digits. */
  @TextKey()
  sha256!: string;

  @Text()
  text!: string;

  @Instant()
  registeredAt!: Date;
}
