import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { ApiLocale, apiLocaleOf } from '../../../platform/graphql/locale-enum.ts';
import { localized, LocalizedText } from '../../../platform/graphql/localized-text.ts';
import { Node } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView, RealmMode } from '../../associations/index.ts';
import type { PublicKey } from '../public-keys.ts';
import type { ClientFacts, PageFacts } from './client-facts.ts';
import { ClientKind, ClientPageKind, SignInMode } from './client.enums.ts';
import { associationsWithPagesOf, keysOfClient, type KeyFacts } from './client-parts.loaders.ts';
import { mayGrantDirectSignIn, mayManageClients } from './client.policy.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: "Where one of a client's pages is, in one language." })
export class ClientPage {
  @Field(() => ClientPageKind)
  readonly page: ClientPageKind;

  @Field(() => ApiLocale)
  readonly locale: ApiLocale;

  @Field(() => String)
  readonly url: string;

  constructor({ page, locale, url }: PageFacts) {
    this.page = ClientPageKind[page];
    this.locale = apiLocaleOf(locale);
    this.url = url;
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A key that is accepted now. What it reads is never shown here.',
})
export class ClientKey {
  @Field(() => DateTimeScalar)
  readonly madeAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on it is refused, because a newer one has replaced it; null for the newest.',
  })
  readonly expiresAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'To the hour; null before its first use.' })
  readonly lastUsedAt: Date | null;

  constructor({ madeAt, expiresAt, lastUsedAt }: KeyFacts) {
    this.madeAt = madeAt;
    this.expiresAt = expiresAt;
    this.lastUsedAt = lastUsedAt;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The public half of a key pair of a tool.' })
export class ClientPublicKey {
  @Field(() => String, {
    description: 'By which the tool says which of its key pairs it proves itself with.',
  })
  readonly kid: string;

  @Field(() => String, { description: 'The key itself, as JSON Web Key.' })
  readonly jwk: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'To the hour; null before its first use.' })
  readonly lastUsedAt: Date | null;

  constructor(key: PublicKey, lastUsedAt: string | undefined) {
    this.kid = key.kid;
    this.jwk = JSON.stringify(key);
    this.lastUsedAt = lastUsedAt === undefined ? null : new Date(lastUsedAt);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What the signed-in person may do about this client through the one that they use.',
})
export class ClientActions {
  @Field(() => Boolean, { description: 'Whether its addresses, scopes and keys are theirs to change.' })
  readonly change: boolean;

  @Field(() => Boolean, {
    description:
      'Whether they may let it take passwords, by `setClientSignInMode`, and at further origins or by other keys.',
  })
  readonly grantDirectSignIn: boolean;

  constructor(facts: { readonly change: boolean; readonly grantDirectSignIn: boolean }) {
    this.change = facts.change;
    this.grantDirectSignIn = facts.grantDirectSignIn;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A program that calls: a partner site, an internal tool or a service. For administrators.',
})
export class Client extends Node {
  @Field(() => String, { description: 'What administrators call it.' })
  readonly name: string;

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      'What people read where they sign in and in the list of their sessions; null where that is the name of the association.',
  })
  readonly displayNames: LocalizedText | null;

  @Field(() => ClientKind)
  readonly kind: ClientKind;

  @Field(() => RealmMode, { description: 'Its keys are refused in a realm of the other mode.' })
  readonly keyMode: RealmMode;

  @Field(() => SignInMode)
  readonly signInMode: SignInMode;

  @Field(() => String, {
    nullable: true,
    description: 'The newest key of a site, which stands in its pages anyway; null where the key is secret.',
  })
  readonly publishableKey: string | null;

  @Field(() => [String], { description: 'The origins from which its pages call, exactly.' })
  readonly origins: readonly string[];

  @Field(() => [ClientPage])
  readonly pages: readonly ClientPage[];

  @Field(() => [String], {
    description: "Where people return after signing in on the realm's page, exactly.",
  })
  readonly redirectUris: readonly string[];

  @Field(() => [String], { description: 'Where they return after signing out there, exactly.' })
  readonly postLogoutRedirectUris: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Where it is told of sign-outs that happen elsewhere.',
  })
  readonly backchannelLogoutUri: string | null;

  @Field(() => [ClientScope], { description: 'What it may be used for; empty for a site.' })
  readonly scopes: readonly ClientScope[];

  @Field(() => [ClientPublicKey], {
    description: 'With these it may prove itself instead of by its secret key.',
  })
  readonly publicKeys: readonly ClientPublicKey[];

  @Field(() => DateTimeScalar)
  readonly registeredAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its newest key was made by rotation.' })
  readonly rotatedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From then on all its keys are refused, for good.',
  })
  readonly revokedAt: Date | null;

  constructor(private readonly facts: ClientFacts) {
    super({ kind: 'Client', id: facts.id });
    this.name = facts.name;
    this.displayNames = displayNamesOf(facts);
    this.kind = ClientKind[facts.kind];
    this.keyMode = RealmMode[facts.keyMode];
    this.signInMode = SignInMode[facts.signInMode];
    this.publishableKey = facts.publishableKey;
    this.origins = facts.origins;
    this.pages = facts.pages.map(page => new ClientPage(page));
    this.redirectUris = facts.redirectUris;
    this.postLogoutRedirectUris = facts.postLogoutRedirectUris;
    this.backchannelLogoutUri = facts.backchannelLogoutUri;
    this.scopes = facts.scopes;
    this.publicKeys = facts.publicKeys.map(key => new ClientPublicKey(key, facts.pairUses[key.kid]));
    this.registeredAt = facts.registeredAt;
    this.rotatedAt = facts.rotatedAt;
    this.revokedAt = facts.revokedAt;
  }

  @Field(() => Association)
  async association(@Ctx() context: Context): Promise<Association> {
    const association = await context.load(associationById, this.facts.associationId);
    if (!association) throw new Error('a client belongs to an association that is gone');
    return associationView(association);
  }

  @Field(() => [Association], { description: 'Those whose mails lead to its pages.' })
  async pagesOf(@Ctx() context: Context): Promise<Association[]> {
    return (await context.load(associationsWithPagesOf, this.facts.id)).map(associationView);
  }

  @Field(() => [ClientKey], { description: 'The keys that are accepted now, the newest first.' })
  async keys(@Ctx() context: Context): Promise<ClientKey[]> {
    if (this.facts.revokedAt !== null) return [];
    const now = context.clock.now();
    const keys = await context.load(keysOfClient, this.facts.id);
    return keys
      .filter(({ expiresAt }) => expiresAt === null || now < expiresAt)
      .map(key => new ClientKey(key));
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When any of its keys, key pairs or tokens was last used, to the hour; null before its first use.',
  })
  async lastUsedAt(@Ctx() context: Context): Promise<Date | null> {
    const keys = await context.load(keysOfClient, this.facts.id);
    const uses = [this.facts, ...keys].flatMap(({ lastUsedAt }) => lastUsedAt?.getTime() ?? []);
    return uses.length === 0 ? null : new Date(Math.max(...uses));
  }

  @Field(() => ClientActions, { description: 'Decided by the same rules as the mutations themselves.' })
  async viewerCan(@Ctx() context: Context): Promise<ClientActions> {
    const isLive = this.facts.revokedAt === null;
    return new ClientActions({
      change: isLive && (await mayManageClients(context, this.facts.associationId)),
      grantDirectSignIn: isLive && (await mayGrantDirectSignIn(context)),
    });
  }
}

const displayNamesOf = ({ displayNameFr, displayNameEn }: ClientFacts): LocalizedText | null =>
  displayNameFr === null || displayNameEn === null ? null : localized(displayNameFr, displayNameEn);
