import { affilia, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';
import { signInAgain } from './sign-in-again.js';
import { drawWays } from './ways.js';

const say = words.addresses;

/** The addresses of whoever is signed in: adding one, taking one off, choosing the one that mails go to. */
export async function drawAddresses() {
  const element = h('div');
  const handlers = signInAgain('security.html#addresses');

  const draw = ({ addresses, addressForm }) => [
    h('p', {}, say.explanation),
    h('ul', {}, addresses.map(drawAddress)),
    drawAddition(addressForm),
  ];
  const redraw = async said =>
    replaceWith(
      element,
      heading(2, say.title),
      ...(said ? [h('p', { role: 'status', class: 'status' }, said)] : []),
      ...draw(await affilia.addresses.mine()),
    );

  const drawAddress = ({ id: addressId, address, primary, verified, pending }) =>
    h(
      'li',
      {},
      h('h3', {}, address),
      h('p', {}, primary ? say.primary : pending ? say.pending : verified ? say.verified : say.unverified),
      verified &&
        !primary &&
        drawButton(say.makePrimary, say.makePrimaryNamed(address), async () => {
          const outcome = await affilia.addresses.makePrimary({ addressId });
          if (!outcome.ok) return refusalOf(outcome.problem, handlers);
          await redraw(say.madePrimary(address));
          return null;
        }),
      !primary &&
        drawButton(say.remove, say.removeNamed(address), async () => {
          const outcome = await affilia.addresses.remove({ addressId });
          if (!outcome.ok) return refusalOf(outcome.problem, handlers);
          await redraw(say.removed(address));
          return null;
        }),
    );

  const drawAddition = form => {
    const drawn = drawForm(form, {
      async send(answers) {
        const outcome = await affilia.addresses.add(answers);
        if (!outcome.ok) return refusalOf(outcome.problem, handlers);
        await redraw();
        element.prepend(h('div', { role: 'status', class: 'status' }, drawWays([outcome.value.next])));
        return null;
      },
    });
    return drawn.element;
  };

  const mine = await affilia.addresses.mine();
  element.append(heading(2, say.title), ...draw(mine));
  return { element, linkForm: mine.linkForm, redraw };
}

/** A form of one button, so that a lost network and a refusal are shown as in every form. */
function drawButton(label, named, send) {
  const { element } = drawForm({ title: named, submitLabel: label, fields: [] }, { send });
  element.querySelector('h2').remove();
  element.querySelector('button').setAttribute('aria-label', named);
  return element;
}
