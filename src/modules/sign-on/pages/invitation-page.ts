import type { Context } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Problem } from '../../../platform/problem.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { SecondFactorExpired, SignInRefused, type OwedSecondFactor } from '../../accounts/index.ts';
import {
  LanguagePolicy,
  supportOf,
  type AssociationEntity,
  type ShownDocument,
} from '../../associations/index.ts';
import { realmPagePath } from '../../integrations/index.ts';
import type { Previewed } from '../../invitations/index.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import type { Look, Page } from './draw-page.ts';
import { drawFactors, scriptOfFactors } from './factor-forms.ts';
import { drawRefusal, type Refused } from './form-page.ts';
import { html, type Html } from './html.ts';
import { drawWaysAfterSignIn, stepsOf, wayFromOutside, type WayFrom } from './draw-ways-on.ts';

/** By which the forms carry the code, which the person gave in the first step. */
export const CODE = 'code';
/** By which a button says what is wanted instead of the form that stands there. */
export const WISH = 'wish';
export type Wish = 'OWN_ACCOUNT' | 'FRESH_ONE' | 'NEW_ACCOUNT';

export const lookOfInvitation = (wording: Wording, association: AssociationEntity | null): Look => ({
  wording,
  association,
  addressIn: locale => realmPagePath('INVITATION', locale),
});

export interface Shown {
  readonly context: Context;
  readonly code: string;
  readonly association: AssociationEntity;
  readonly previewed: Previewed;
  readonly form: Form;
  readonly refused: Refused | null;
}

/** What the invitation gives, and the form that opens an account with it. */
export function newAccountPage(shown: Shown): Page {
  const { context, code, previewed } = shown;
  const { wording } = context;
  return {
    title: wording.of('signOn.realmPage.title.INVITATION'),
    content: html`${drawRefusal(context, shown.refused)}
      ${drawWayOn(context, code, shown.refused?.problem ?? null)} ${drawOffer(wording, previewed)}
      <h2>${shown.form.title}</h2>
      ${drawDocuments(wording, shown.association, previewed.flow.documents)} ${drawSentForm(shown)}
      ${drawWish(context, code, 'OWN_ACCOUNT', wording.of('signOn.invitation.own.ask'))}`,
  };
}

/** The form that accepts with an account that is there. */
export async function ownAccountPage(shown: Shown): Promise<Page> {
  const { context, code, previewed, form } = shown;
  const { wording } = context;
  const from = await wayFromOutside(context, shown.association);
  return {
    title: form.title,
    content: html`${drawRefusal(context, shown.refused)} ${await drawWaysOf(shown, from)}
      ${drawOffer(wording, previewed)}
      <p>${wording.of('signOn.invitation.own.said')}</p>
      ${drawSentForm(shown)}
      ${drawWish(context, code, 'NEW_ACCOUNT', wording.of('signOn.invitation.own.back'))}`,
  };
}

/** A refused sign-in leaves open here what it leaves open anywhere. */
async function drawWaysOf({ context, code, refused }: Shown, from: WayFrom): Promise<Html | null> {
  const problem = refused?.problem ?? null;
  const isRefusedSignIn =
    problem instanceof SignInRefused ||
    problem instanceof TooManyAttempts ||
    problem instanceof SecondFactorExpired;
  return isRefusedSignIn ? drawWaysAfterSignIn(from, stepsOf(problem)) : drawWayOn(context, code, problem);
}

/** Asks for what the account owes besides its password. */
export async function factorPage(
  { context, association, code, refused }: Shown,
  owed: OwedSecondFactor,
): Promise<Page> {
  const { wording, locale } = context;
  const action = realmPagePath('INVITATION', locale);
  const from = await wayFromOutside(context, association);
  return {
    title: wording.of('signOn.factor.title'),
    ...scriptOfFactors(owed),
    content: html`${await drawFactors(from, { owed, action, hidden: { [CODE]: code }, refused })}
    ${drawWish(context, code, 'OWN_ACCOUNT', wording.of('signOn.page.back'))}`,
  };
}

const drawSentForm = ({ context, code, form, refused }: Shown): Html =>
  drawForm(context.wording, {
    form,
    action: realmPagePath('INVITATION', context.locale),
    hidden: { [CODE]: code },
    sent: refused?.sent ?? NOTHING_SENT,
  });

function drawOffer(wording: Wording, { invitation }: Previewed): Html {
  const { association, inviteeName, targetLabel, organizationName, roleLabels } = invitation;
  const roles = new Intl.ListFormat(wording.locale, { type: 'conjunction' }).format(roleLabels);
  const say = (key: string, values: Record<string, unknown>): string =>
    wording.of(`signOn.invitation.${key}`, values);
  const lines = [
    say('from', { association: association.names[wording.locale === 'fr-CA' ? 'fr' : 'en'] }),
    say('to', { invitee: inviteeName }),
    say('offers', { target: targetLabel }),
    ...(organizationName === null ? [] : [say('organization', { organization: organizationName })]),
    ...(roleLabels.length === 0 ? [] : [say('roles', { count: roleLabels.length, roles })]),
  ];
  return html`<ul>
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`;
}

/** Where French must come first, its text does, and the other beside it. */
export function drawDocuments(
  wording: Wording,
  association: AssociationEntity,
  documents: readonly ShownDocument[],
): Html | null {
  if (documents.length === 0) return null;
  const own = wording.locale === 'fr-CA' ? (['fr'] as const) : (['en'] as const);
  const languages = {
    [LanguagePolicy.FR_ONLY]: ['fr'] as const,
    [LanguagePolicy.FR_FIRST_CHOICE]: ['fr', 'en'] as const,
    [LanguagePolicy.BILINGUAL_CHOICE]: own,
  }[association.languagePolicy];
  const linkTo = ({ urls, labels }: ShownDocument, language: 'fr' | 'en'): Html =>
    html`<li>
      <a href="${urls[language]}" lang="${language}" hreflang="${language}">${labels[language]}</a>
    </li>`;
  return html`<h3>${wording.of('signOn.invitation.documents')}</h3>
    <ul>
      ${documents.flatMap(document => languages.map(language => linkTo(document, language)))}
    </ul>`;
}

/** What somebody can do about a refusal besides what its sentence says. */
export function drawWayOn(context: Context, code: string, problem: Problem | null): Html | null {
  const [next] = problem === null ? [] : stepsOf(problem);
  if (next?.kind === NextStepKind.REQUEST_NEW_INVITATION)
    return drawWish(context, code, 'FRESH_ONE', context.wording.of('signOn.invitation.fresh.submit'));
  return next?.support ? html`<p>${next.support.text}</p>` : null;
}

const drawWish = ({ locale }: Context, code: string, wish: Wish, label: string): Html =>
  html`<form method="post" action="${realmPagePath('INVITATION', locale)}">
    <input type="hidden" name="${CODE}" value="${code}" />
    <input type="hidden" name="${WISH}" value="${wish}" />
    <p><button type="submit" class="quiet">${label}</button></p>
  </form>`;

/** What came of it, and where the association's site is. */
export function donePage(
  { wording }: Context,
  association: AssociationEntity,
  what: 'opened' | 'joined',
): Page {
  const { website } = supportOf(association, wording);
  return {
    title: wording.of(`signOn.invitation.${what}.title`),
    content: html`<p role="status">${wording.of(`signOn.invitation.${what}.said`)}</p>
      <p>${wording.of('signOn.invitation.goOn')} <a href="${website}">${website}</a></p>`,
  };
}

/** A page that only says what happened. */
export const saidPage = (
  { wording }: Context,
  what: 'confirm' | 'fresh',
  values: Record<string, unknown> = {},
): Page => ({
  title: wording.of(`signOn.invitation.${what}.title`),
  content: html`<p role="status">${wording.of(`signOn.invitation.${what}.said`, values)}</p>`,
});
