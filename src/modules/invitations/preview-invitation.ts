import type { Context } from '../../platform/context.ts';
import { apiLocaleOf } from '../../platform/graphql/locale-enum.ts';
import { passwordPolicyFor, rulesInWords, takesPasswords } from '../accounts/index.ts';
import { associationView, documentsInForce, ShownDocument } from '../associations/index.ts';
import { displayNameOf, personById } from '../people/index.ts';
import type { HeldInvitation } from './find-invitation.ts';
import { invitationForms, invitationSteps } from './invitation-form.ts';
import { InvitationFlow, InvitationPreview } from './invitation-preview.type.ts';
import { languagesToOffer } from './invitation.policy.ts';
import { organizationName } from './target-words.ts';
import { whileHolding } from './while-holding.ts';
import { refuseIf, whyUnusable } from './why-unusable.ts';

export interface Previewed {
  readonly invitation: InvitationPreview;
  readonly flow: InvitationFlow;
}

/** Shows what a code leads to. It changes nothing, however often a page, a scanner or a person asks. */
export function previewInvitation(context: Context, code: string): Promise<Previewed> {
  return whileHolding(context, code, async held => {
    refuseIf(await whyUnusable(context, held));
    const [invitation, flow] = await Promise.all([previewOf(context, held), flowOf(context, held)]);
    return { invitation, flow };
  });
}

async function previewOf(context: Context, { row, association }: HeldInvitation): Promise<InvitationPreview> {
  const { wording, locale } = context;
  const person = await context.load(personById, row.personId);
  if (!person) throw new Error('an invitation names a person who is gone');
  return Object.assign(new InvitationPreview(), {
    association: associationView(association),
    targetKind: row.targetKind,
    targetLabel: wording.of(`InvitationTargetKind.${row.targetKind}`),
    organizationName: await organizationName(context, row.organizationId, locale),
    roleLabels: [
      ...row.delegateRoles.map(role => wording.of(`DelegateRole.${role}`)),
      ...(row.staffRole === null ? [] : [wording.of(`StaffRole.${row.staffRole}`)]),
    ],
    inviteeName: displayNameOf(person),
    email: row.email,
    locale: apiLocaleOf(row.locale),
    expiresAt: row.expiresAt,
  });
}

async function flowOf(context: Context, { row, association }: HeldInvitation): Promise<InvitationFlow> {
  const { wording, locale } = context;
  const [inForce, rules] = await Promise.all([
    documentsInForce(context, association.id),
    passwordPolicyFor(context, { associationIds: [association.id] }),
  ]);
  const offered = languagesToOffer(association.languagePolicy, locale);
  const documents = inForce.map(document => new ShownDocument(document, context, offered));
  return Object.assign(new InvitationFlow(), {
    steps: invitationSteps(wording, 'account'),
    forms: invitationForms(wording, {
      email: row.email,
      identifierPolicy: association.identifierPolicy,
      usernameCase: association.usernameCase,
      languages: offered,
      passwordRules: rulesInWords(context, rules),
      documents,
      takesPasswords: takesPasswords(context),
    }),
    documents,
  });
}
