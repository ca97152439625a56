import { linkForm, type OwedSecondFactor } from '../../accounts/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { associationOfPage } from '../context-of.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { drawAgain, drawSignInAgain, drawWayBack } from './draw-own-page.ts';
import type { Page } from './draw-page.ts';
import { wayFromOutside } from './draw-ways-on.ts';
import { drawFactors, scriptOfFactors } from './factor-forms.ts';
import type { Refused } from './form-page.ts';
import { html } from './html.ts';
import type { Again, Own } from './own-page.ts';
import { inLocale } from './page-locale.ts';

const actionOf = ({ context }: Own): string => inLocale(ADDRESSES.link, context.locale);

/** For two accounts of one person: what joining them means, and the form for the password of the other one. */
export async function linkPage(own: Own, again: Again, isFresh: boolean): Promise<Page> {
  const { context, proof } = own;
  const { wording } = context;
  const form = linkForm(wording);
  const top = await drawAgain(own, again);
  return {
    title: form.title,
    content: html`${top}
      <p>${wording.of('signOn.link.said')}</p>
      <p>${wording.of('signOn.link.ends')}</p>
      ${
        isFresh
          ? drawForm(wording, {
              form,
              action: actionOf(own),
              hidden: { proof, act: 'link' },
              sent: again.refused?.sent ?? NOTHING_SENT,
            })
          : drawSignInAgain(own, 'link')
      }
      ${drawWayBack(own)}`,
  };
}

/** The second factor of the other account, without which nothing is done. */
export async function otherFactorPage(
  own: Own,
  owed: OwedSecondFactor,
  refused: Refused | null = null,
): Promise<Page> {
  const { context, proof } = own;
  const { wording } = context;
  const from = await wayFromOutside(context, await associationOfPage(context));
  const hidden = { proof, act: 'prove' };
  return {
    title: wording.of('signOn.link.factor.title'),
    content: html`<p>${wording.of('signOn.link.factor.said')}</p>
      ${await drawFactors(from, { owed, action: actionOf(own), hidden, refused })}
      <p><a href="${actionOf(own)}">${wording.of('signOn.link.factor.leave')}</a></p>`,
    ...scriptOfFactors(owed),
  };
}

export function linkedPage(own: Own): Page {
  const { wording } = own.context;
  return {
    title: wording.of('signOn.link.done.title'),
    content: html`<p role="status">${wording.of('signOn.link.done.said')}</p>
      ${drawWayBack(own)}`,
  };
}
