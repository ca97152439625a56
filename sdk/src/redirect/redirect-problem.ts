import type { AffiliaLocale } from '../send.ts';

/** Why nobody came back signed in. `returnTo` is where they were, when this tab knows. */
export type RedirectProblem =
  /** The person turned back on the realm's page. */
  | RedirectRefusal<'SignInDeclined'>
  /** After `silentSignIn`: nobody is signed in at the realm. Offer `signInByRedirect`. */
  | RedirectRefusal<'SignInRequired'>
  /** The answer is too old, was used before, or belongs to another tab. Offer `signInByRedirect`. */
  | RedirectRefusal<'SignInExpired'>;

interface RedirectRefusal<Name extends string> {
  readonly __typename: Name;
  /** Ready to show, in the language of the site. */
  readonly message: string;
  readonly returnTo: string | null;
}

const WORDS: Record<RedirectProblem['__typename'], Record<AffiliaLocale, string>> = {
  SignInDeclined: {
    'fr-CA': 'Vous êtes revenu sans ouvrir de session.',
    'en-CA': 'You came back without signing in.',
  },
  SignInRequired: {
    'fr-CA': 'Aucune session n’est ouverte dans ce navigateur. Ouvrez une session pour continuer.',
    'en-CA': 'Nobody is signed in in this browser. Sign in to continue.',
  },
  SignInExpired: {
    'fr-CA': 'Cette ouverture de session n’est plus valable. Recommencez.',
    'en-CA': 'This sign-in is no longer valid. Start again.',
  },
};

export const redirectProblem = (
  name: RedirectProblem['__typename'],
  locale: AffiliaLocale,
  returnTo: string | null,
): RedirectProblem => ({ __typename: name, message: WORDS[name][locale], returnTo });
