import { addressForm, type AccountAddress } from '../../accounts/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { drawForm, NOTHING_SENT } from './draw-form.ts';
import { drawAgain, drawButton, drawSignInAgain, drawWayBack } from './draw-own-page.ts';
import type { Page } from './draw-page.ts';
import { html, type Html } from './html.ts';
import type { Again, Own } from './own-page.ts';
import { inLocale } from './page-locale.ts';

export interface ShownAddresses {
  readonly again: Again;
  readonly addresses: readonly AccountAddress[];
  /** Whether the person signed in a short while ago. */
  readonly isFresh: boolean;
}

/** The addresses of an account, and the ways to add one, to take one off and to choose the one that mails go to. */
export async function addressesPage(own: Own, { again, addresses, isFresh }: ShownAddresses): Promise<Page> {
  const { context, proof } = own;
  const { wording, locale } = context;
  const form = addressForm(wording);
  const top = await drawAgain(own, again);
  return {
    title: wording.of('signOn.emails.title'),
    content: html`${top}
      <p>${wording.of('signOn.emails.said')}</p>
      <ul>
        ${addresses.map(address => html`<li>${drawAddress(own, address, isFresh)}</li>`)}
      </ul>
      ${
        isFresh
          ? html`<h2>${form.title}</h2>
              ${drawForm(wording, {
                form,
                action: inLocale(ADDRESSES.emails, locale),
                hidden: { proof, act: 'add' },
                sent: again.refused?.sent ?? NOTHING_SENT,
              })}`
          : drawSignInAgain(own, 'emails')
      }
      ${drawWayBack(own)}`,
  };
}

/** Confirming what the account came with takes no fresh sign-in: it changes nothing that anybody could want. */
function drawAddress(own: Own, shown: AccountAddress, isFresh: boolean): Html {
  const { wording } = own.context;
  const { id, address, primary, verified, pendingChange } = shown;
  const button = (act: 'primary' | 'again' | 'remove'): Html =>
    drawButton(own, {
      page: 'emails',
      label: wording.of(`signOn.emails.${act}`),
      about: address,
      hidden: { act, address: id },
    });
  return html`<p>
      <strong>${address}</strong><br />
      ${wording.of(`signOn.emails.state.${stateOf(shown)}`)}
      ${pendingChange !== null && wording.of('signOn.emails.pendingChange', { address: pendingChange })}
    </p>
    ${isFresh && verified && !primary && button('primary')}
    ${(isFresh || primary) && !verified && button('again')} ${isFresh && !primary && button('remove')}`;
}

function stateOf({ primary, verified, pending }: AccountAddress): string {
  if (primary) return verified ? 'PRIMARY' : 'PRIMARY_UNCONFIRMED';
  if (pending) return 'WAITING';
  return verified ? 'CONFIRMED' : 'UNCONFIRMED';
}
