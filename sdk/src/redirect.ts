/** Signing in on the realm's own page, for partner sites that take no password themselves. Browsers only. */
import { AffiliaError } from './affilia-error.ts';
import type { Core } from './core.ts';
import { SignOutDocument } from './generated/operations.ts';
import type { Outcome } from './outcome.ts';
import { openJourneys } from './redirect/journey.ts';
import { challengeOf, newSecret } from './redirect/proof-key.ts';
import { redirectProblem, type RedirectProblem } from './redirect/redirect-problem.ts';
import { tradeCode } from './redirect/trade-code.ts';

export type { RedirectProblem } from './redirect/redirect-problem.ts';

export interface RedirectOptions {
  /** The id of this site's client, which is not its key. */
  readonly clientId: string;
  /** The address of the page that calls `completeSignIn`, exactly as it is registered. */
  readonly redirectUri: string;
  /** Where people land after signing out everywhere, exactly as it is registered; without it, on the realm's page. */
  readonly signedOutUri?: string;
  /** The address of the realm, when the endpoint is reached under another one. */
  readonly issuer?: string;
}

export interface ReturnOptions {
  /** Where on this site the person goes on; this page, unless told otherwise. */
  readonly returnTo?: string;
}

/** One sign-in for all sites of the realm. */
export interface Redirect {
  /** Leaves this page for the realm's sign-in. Whoever is signed in there already comes straight back. */
  signInByRedirect(options?: ReturnOptions): Promise<never>;

  /**
   * Reads what the realm has put into the address of the page at `redirectUri`, clears the address bar and keeps the
   * session, as if the person had signed in on this site. Null when the address carries no answer. However often it
   * is called, it happens once.
   *
   * - `SignInDeclined`: the person turned back.
   * - `SignInRequired`: after `silentSignIn`, when nobody is signed in at the realm.
   * - `SignInExpired`: too late, or begun in another tab.
   *
   * @example
   * ```ts
   * const outcome = await affilia.redirect.completeSignIn();
   * if (outcome?.ok) location.replace(outcome.value.returnTo);
   * else if (outcome) show(outcome.problem.message);
   * ```
   */
  completeSignIn(): Promise<Outcome<{ readonly returnTo: string }, RedirectProblem> | null>;

  /**
   * Leaves this page to see whether somebody is signed in at the realm, without showing them anything; they come back
   * to `redirectUri` either way. False when there is nothing to ask: somebody is signed in here, or this tab has
   * asked before or signed out.
   */
  silentSignIn(options?: ReturnOptions): Promise<false>;

  /**
   * Leaves this page for the realm's sign-out, where the person confirms that they want to be signed out of every
   * site, or stays signed in. Either way they come back to `signedOutUri`. To end the session of this site alone call
   * `accounts.signOut`.
   */
  signOutByRedirect(): Promise<never>;

  /**
   * Call it on the page at `signedOutUri` before all else: reads from the address whether the realm has signed the
   * person out, clears the address bar, and forgets the session here too. False for whoever stayed signed in, and
   * where nobody was asked. However often it is called, it happens once.
   */
  completeSignOut(): Promise<boolean>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, redirect: redirect({ clientId, redirectUri }) } })`. */
export const redirect =
  ({ clientId, redirectUri, signedOutUri, issuer: named }: RedirectOptions) =>
  ({ act, session, destination }: Core): Redirect => {
    const { endpoint, fetch } = destination;
    const issuer = named ?? new URL(endpoint).origin;
    const journeys = openJourneys(`affilia ${endpoint} ${clientId}`);
    const locale = () =>
      typeof destination.locale === 'function' ? destination.locale() : destination.locale;
    let leaving: Promise<boolean> | null = null;
    let completing: Promise<Outcome<{ readonly returnTo: string }, RedirectProblem> | null> | null = null;

    const leaveFor = (path: string, query: Record<string, string>): Promise<never> => {
      window.location.assign(`${issuer}${path}?${new URLSearchParams(query)}`);
      // The page is being left: nothing after this should run.
      return new Promise(() => undefined);
    };

    async function ask({ returnTo }: ReturnOptions, more: Record<string, string>): Promise<never> {
      const { href, origin } = window.location;
      const target = new URL(returnTo ?? href, href);
      if (target.origin !== origin) throw new AffiliaError('BAD_REQUEST', 'returnTo leads to another site');

      const journey = {
        state: newSecret(),
        nonce: newSecret(),
        verifier: newSecret(),
        returnTo: target.href,
      };
      const challenge = await challengeOf(journey.verifier);
      journeys.begin(journey);
      return leaveFor('/oidc/authorize', {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ui_locales: locale(),
        ...more,
      });
    }

    const refused = (name: RedirectProblem['__typename'], returnTo: string | null) => ({
      ok: false as const,
      problem: redirectProblem(name, locale(), returnTo),
    });

    async function complete() {
      const answer = takeAnswer();
      if (answer === null) return null;
      const journey = journeys.take(answer.get('state'));
      if (journey === null || answer.get('iss') !== issuer) return refused('SignInExpired', null);

      const { returnTo, verifier, nonce } = journey;
      const error = answer.get('error');
      if (error === 'access_denied') return refused('SignInDeclined', returnTo);
      if (error?.endsWith('_required')) return refused('SignInRequired', returnTo);
      if (error !== null)
        throw new AffiliaError('BAD_REQUEST', `${error}: ${answer.get('error_description') ?? ''}`);

      const code = answer.get('code') ?? '';
      const tokens = await tradeCode({ issuer, clientId, redirectUri, code, verifier, nonce, fetch });
      if (tokens === null) return refused('SignInExpired', returnTo);
      await session.start(tokens);
      journeys.setAsked(false);
      return { ok: true as const, value: { returnTo } };
    }

    async function leaveSession(): Promise<boolean> {
      const address = new URL(window.location.href);
      if (!journeys.hasLeft(address.searchParams.get('state'))) return false;
      address.searchParams.delete('state');
      window.history.replaceState(window.history.state, '', address);
      const refreshToken = await session.leave();
      // The realm ended what came of its own page; a session that this site opened itself ends with it.
      if (refreshToken)
        await act(SignOutDocument, { input: { refreshToken } }, undefined, 'ANONYMOUS').catch(ignore);
      return true;
    }

    return {
      signInByRedirect: (options = {}) => ask(options, {}),
      completeSignIn: () => (completing ??= complete()),
      async silentSignIn(options = {}) {
        if (journeys.asked() || (await session.isKept())) return false;
        journeys.setAsked(true);
        return ask(options, { prompt: 'none' });
      },
      async signOutByRedirect() {
        const state = newSecret();
        journeys.leave(state);
        // Whoever signs out does not want to be signed in again by the next page.
        journeys.setAsked(true);
        return leaveFor('/oidc/sign-out', {
          client_id: clientId,
          state,
          ui_locales: locale(),
          ...(signedOutUri !== undefined && { post_logout_redirect_uri: signedOutUri }),
        });
      },
      completeSignOut: () => (leaving ??= leaveSession()),
    };
  };

const ignore = (): void => undefined;

const ANSWER = ['code', 'state', 'iss', 'error', 'error_description'];

/** The code is nobody else's business: it leaves the address bar and the history before anything is done with it. */
function takeAnswer(): URLSearchParams | null {
  const address = new URL(window.location.href);
  const answer = new URLSearchParams(address.search);
  if (!answer.has('state') || !(answer.has('code') || answer.has('error'))) return null;
  for (const name of ANSWER) address.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', address);
  return answer;
}
