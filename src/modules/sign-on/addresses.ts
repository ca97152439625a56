/** Where the provider and the pages of signing in answer. All but discovery and keys lie below `/oidc/`. */
export const ADDRESSES = {
  authorization: '/oidc/authorize',
  token: '/oidc/token',
  revocation: '/oidc/revoke',
  introspection: '/oidc/introspect',
  userInfo: '/oidc/userinfo',
  endSession: '/oidc/sign-out',
  signIn: '/oidc/sign-in',
  keys: '/.well-known/jwks.json',
  account: '/account',
  accountSignIn: '/account/sign-in',
  security: '/account/security',
  emails: '/account/addresses',
  link: '/account/link',
} as const;

/** The pages of a person's own account: whoever is signed out is led to the sign-in, and back. */
export const ACCOUNT_PAGES = ['account', 'security', 'emails', 'link'] as const;

export type AccountPage = (typeof ACCOUNT_PAGES)[number];

export const signInPath = (uid: string): string => `${ADDRESSES.signIn}/${uid}`;
