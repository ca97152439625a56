import { addFactor } from './add-factor.mjs';
import { clientKey } from './client-key.mjs';
import { clients } from './clients.mjs';
import { home } from './home.mjs';
import { invitations } from './invitations.mjs';
import { invite } from './invite.mjs';
import { inviteResult } from './invite-result.mjs';
import { members } from './members.mjs';
import { organizations } from './organizations.mjs';
import { registerClient } from './register-client.mjs';
import { resend } from './resend.mjs';
import { revokeClient } from './revoke-client.mjs';
import { revoke } from './revoke.mjs';
import { rotateClientKey } from './rotate-client-key.mjs';
import { secondFactor } from './second-factor.mjs';
import { signIn } from './sign-in.mjs';
import { signOut } from './sign-out.mjs';

/**
 * The pages by the end of their address, behind the language.
 *
 * @type {Readonly<Record<string, import('../visit.mjs').Page>>}
 */
export const pages = {
  '': home,
  'sign-in': signIn,
  'sign-out': signOut,
  'second-factor': secondFactor,
  'second-factor/add': addFactor,
  organizations,
  members,
  invitations,
  'invitations/resend': resend,
  'invitations/revoke': revoke,
  invite,
  'invite/result': inviteResult,
  clients,
  'clients/register': registerClient,
  'clients/rotate': rotateClientKey,
  'clients/revoke': revokeClient,
  'clients/key': clientKey,
};
