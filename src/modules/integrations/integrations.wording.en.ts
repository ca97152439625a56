export const integrationsWordingEn = {
  ClientNotFound: 'There is no such client, or it is not yours to look after.',
  ClientRevoked: 'This client was revoked. Register another one.',
  ClientKeyJustRotated:
    'Somebody else has just made a new key for this client. Nothing was done: look at it again first.',
  RealmAdministratorNeeded:
    'Only a realm administrator may let a client take passwords, at further addresses, or with another key. Ask whoever runs this service. Nothing was done.',
  ScopesBeyondOwn: 'The tool that you use may do less than what you ask it to hand out. Nothing was done.',

  'integrations.issue.origin':
    'Write the origin as browsers send it, such as https://www.example.org: no path, no slash at the end. Only a test realm takes http://localhost.',
  'integrations.issue.secretInBrowser': 'A secret key has no business in a page: register a site for that.',
  'integrations.issue.page':
    'Write the whole https address of the page, without “#”. Only a test realm takes http://localhost.',
  'integrations.issue.pageTwice': 'This page is there twice in this language.',
  'integrations.issue.redirectUri':
    'Write the whole https address, without “#” and without “*”: it is compared exactly. Only a test realm takes http://localhost.',
  'integrations.issue.oneDisplayName':
    'Give the displayed name in both languages, or in neither: people then read the name of the association.',
  'integrations.issue.scopesOfSite': 'A site has no scopes: whoever opens its pages has its key.',
  'integrations.issue.testRealmOnly': 'This scope is for test realms only.',
  'integrations.issue.pagesOfTool': 'A tool with a secret key has no pages for members: choose a site.',
  'integrations.issue.documentsOfTool':
    'A tool with a secret key may send any document: there is nothing to register.',
  'integrations.issue.jwks.site': 'A site cannot keep a private key. Register a tool for that.',
  'integrations.issue.jwks.NOT_A_SET':
    'This is not a JSON Web Key Set (JWKS): an object whose “keys” is a list of keys.',
  'integrations.issue.jwks.PRIVATE':
    'This holds a private key. Consider it known to others, make another pair and send its public half alone.',
  'integrations.issue.jwks.UNFIT':
    'Each key needs its own “kid” and signs with P-256, P-384, Ed25519, or RSA of 2048 bits at least.',
  'integrations.issue.jwks.TOO_MANY': 'A client has 5 public keys at most.',

  'ClientKind.PUBLISHABLE': 'Site',
  'ClientKind.SECRET': 'Internal tool or service',

  'SignInMode.HOSTED': 'Password on the portal’s page',
  'SignInMode.DIRECT': 'Password in its own pages',

  'ClientPageKind.INVITATION': 'Invitation page',
  'ClientPageKind.PASSWORD_RESET': 'New password',
  'ClientPageKind.COMPLETION': 'First access by letter',
  'ClientPageKind.EMAIL_CONFIRMATION': 'E-mail confirmation',
  'ClientPageKind.RENEWAL': 'Renewal',
  'ClientPageKind.INVOICE': 'Invoice',
  'ClientPageKind.PREFERENCES': 'Preferences',
  'ClientPageKind.SIGNED_OUT': 'Signed out',
} as const;
