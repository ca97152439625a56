import { addressOf, words } from './connect.js';
import { h } from './element.js';

let support = null;

/** Whom people of this site can ask, where the service names nobody else. */
export const setSupport = realmSupport => {
  support = realmSupport;
};

/**
 * What the service says comes next, as links and buttons under its own labels. `handlers` does some of it on the page
 * itself, by the kind of step.
 */
export const drawWays = (steps, handlers = {}) =>
  steps.map(step => {
    const handler = handlers[step.kind];
    return handler
      ? h('p', {}, h('button', { type: 'button', onclick: () => void handler(step) }, step.label))
      : drawWay(step);
  });

function drawWay(step) {
  const link = (page, parameters) =>
    h('p', {}, h('a', { class: 'way', href: addressOf(page, parameters) }, step.label));
  switch (step.kind) {
    case 'SIGN_IN':
      return link('sign-in.html');
    case 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD':
      return link('forgot-password.html');
    case 'FORGOTTEN_USERNAME':
      return link('forgot-username.html');
    case 'OPEN_ACCOUNT':
      return link('invitation.html');
    case 'COMPLETE_PROFILE':
      return link('profile.html');
    case 'VIEW_MEMBERSHIP':
      return link('membership.html');
    case 'ENROLL_SECOND_FACTOR':
      return h('p', {}, h('a', { class: 'way', href: `${addressOf('security.html')}#factors` }, step.label));
    case 'VIEW_ORGANIZATION':
      return link('organization.html', step.organizationId ? { organization: step.organizationId } : {});
    case 'CONTACT_SUPPORT':
      return drawSupport(step.support ?? support);
    case 'CONFIRM_EMAIL':
      return step.maskedAddress && h('p', {}, words.openTheMail(step.maskedAddress));
    case 'WAIT':
      return step.retryAfterSeconds && h('p', {}, words.waitMinutes(Math.ceil(step.retryAfterSeconds / 60)));
    case 'USE_NEWEST_MAIL':
    case 'ASK_ORGANIZATION':
      return h('p', {}, `${step.label}.`);
    case 'DONE':
      return null;
    default:
      // This site has no page for it, or it is newer than the site: people can.
      return h('p', {}, `${step.label}${words.colon}`, mailTo(step.support ?? support));
  }
}

export function drawSupport({ text, email, phone }) {
  return h(
    'div',
    { class: 'support' },
    h('p', {}, text),
    h(
      'ul',
      {},
      h('li', {}, mailTo({ email })),
      phone && h('li', {}, h('a', { href: `tel:${phone}` }, words.call)),
    ),
  );
}

const mailTo = ({ email }) => h('a', { href: `mailto:${email}` }, email);
