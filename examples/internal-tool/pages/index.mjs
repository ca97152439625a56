import { home } from './home.mjs';
import { invitations } from './invitations.mjs';
import { invite } from './invite.mjs';
import { inviteResult } from './invite-result.mjs';
import { members } from './members.mjs';
import { organizations } from './organizations.mjs';
import { resend } from './resend.mjs';
import { revoke } from './revoke.mjs';
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
  organizations,
  members,
  invitations,
  'invitations/resend': resend,
  'invitations/revoke': revoke,
  invite,
  'invite/result': inviteResult,
};
