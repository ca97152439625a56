import { NextStepKind, type NextStep } from '../../../platform/graphql/next-step.ts';
import { ADDRESSES, type AccountPage } from '../addresses.ts';
import { associationOfPage } from '../context-of.ts';
import { drawHidden } from './draw-form.ts';
import { drawRefusal } from './form-page.ts';
import { html, type Html } from './html.ts';
import type { Again, Own, OwnPage } from './own-page.ts';
import { inLocale } from './page-locale.ts';
import { signInAddress } from './sign-in-for-account.ts';
import { drawWaysOn, wayFromOutside } from './draw-ways-on.ts';

/** What came of the form that was sent; after a refusal, the ways on. */
export async function drawAgain(own: Own, { refused, said }: Again): Promise<Html> {
  if (said !== null) return html`<p role="status">${said}</p>`;
  const { context } = own;
  const steps = refused?.nextSteps.filter(isElsewhere) ?? [];
  if (steps.length === 0) return html`${drawRefusal(context, refused)}`;
  const from = await wayFromOutside(context, await associationOfPage(context));
  const addressOf = (kind: NextStepKind): string | null =>
    kind === NextStepKind.ENROLL_SECOND_FACTOR
      ? inLocale(ADDRESSES.security, context.locale)
      : from.addressOf(kind);
  return html`${drawRefusal(context, refused)} ${drawWaysOn({ ...from, addressOf }, steps)}`;
}

/** Where it takes a fresh sign-in, the page says so itself. */
const isElsewhere = ({ kind }: NextStep): boolean => kind !== NextStepKind.SIGN_IN;

/** For whoever signed in too long ago to change anything. */
export function drawSignInAgain({ context: { wording, locale } }: Own, page: OwnPage['page']): Html {
  return html`<p>${wording.of('signOn.security.stale')}</p>
    <p>
      <a href="${signInAddress({ page, again: true }, locale)}">${wording.of('signOn.security.again')}</a>
    </p>`;
}

export const drawWayBack = ({ context: { wording, locale } }: Own): Html =>
  html`<p><a href="${inLocale(ADDRESSES.account, locale)}">${wording.of('signOn.security.back')}</a></p>`;

/** A form of one button. Where several are alike, what each is about is said to those who hear it alone. */
export function drawButton(
  { context: { locale }, proof }: Own,
  {
    page,
    label,
    about = null,
    hidden,
  }: {
    readonly page: AccountPage;
    readonly label: string;
    readonly about?: string | null;
    readonly hidden: Readonly<Record<string, string>>;
  },
): Html {
  return html`<form method="post" action="${inLocale(ADDRESSES[page], locale)}">
    ${drawHidden({ proof, ...hidden })}
    <button type="submit" class="quiet">
      ${label}${about !== null && html`<span class="unseen"> (${about})</span>`}
    </button>
  </form>`;
}
