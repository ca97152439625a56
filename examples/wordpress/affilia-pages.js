// Draws what stands in `<div data-affilia="…">`: an invitation, a sign-in, or what is theirs. It needs the script-tag
// build of the SDK, and no build of its own.
import { button, h } from './element.js';
import { invitation } from './invitation.js';
import { recover, remind, signIn } from './sign-in.js';
import { WORDS } from './words.js';

const { Affilia } = globalThis;
const places = document.querySelectorAll('[data-affilia]');
const [first] = places;
const say = WORDS[first?.lang];
const { accounts, associations, invitations, recovery, secondFactors } = Affilia;

const affilia =
  first &&
  Affilia.createAffilia({
    endpoint: first.dataset.endpoint,
    clientKey: first.dataset.clientKey,
    locale: first.lang,
    onSignedOut: ({ reason }) => reason !== 'SIGNED_OUT' && location.reload(),
    use: { accounts, associations, invitations, recovery, secondFactors },
  });

function open(place) {
  const show = (...nodes) => place.replaceChildren(...nodes.flat().filter(Boolean));
  /** The steps that a page can do itself; the others are words. */
  const acts = {
    FIRST_ACCESS_OR_FORGOTTEN_PASSWORD: () => run(() => recover(page, null)),
    FORGOTTEN_USERNAME: () => run(() => remind(page)),
    SIGN_IN: () => run(() => signIn(page)),
  };
  const drawWay = ({ kind, label, support }) => {
    if (acts[kind]) return button(label, acts[kind]);
    if (!support) return h('p', null, label);
    return h('p', null, support.text, ' ', h('a', { href: `mailto:${support.email}` }, support.email));
  };
  const ways = next => next.filter(({ kind }) => kind !== 'DONE').map(drawWay);

  /** What went wrong, where a screen reader says it at once. */
  const faults = ({ error, problem, passkeyFault, next }) => {
    const said = error ? say.failed : passkeyFault ? say.noPasskey : problem?.message;
    return said ? [h('p', { role: 'alert' }, said), ...(error ? [] : ways(next))] : [];
  };
  const page = { affilia, say, show, faults, ways, acts };

  /** What cannot be loaded can be tried again. */
  async function run(draw) {
    show(h('p', { role: 'status' }, say.loading));
    try {
      await draw();
    } catch (error) {
      if (!(error instanceof Affilia.AffiliaError)) throw error;
      show(
        h('p', { role: 'alert' }, say.failed),
        button(say.retry, () => run(draw)),
      );
    }
  }

  const token = place.dataset.affilia === 'sign_in' ? Affilia.takeFragment('token') : null;
  const pages = {
    invitation,
    account: drawAccount,
    async sign_in() {
      if (token !== null) return recover(page, token);
      return (await affilia.isSignedIn()) ? drawAccount(page) : signIn(page);
    },
  };
  void run(() => pages[place.dataset.affilia](page));
}

/** Who is signed in, and what they hold. */
async function drawAccount({ show }) {
  const viewer = await affilia.accounts.viewer();
  if (viewer === null) return show(h('p', null, say.nobody));
  const { account, persons, memberships } = viewer;
  const name = persons[0]?.displayName ?? account.username ?? account.addresses[0]?.address;
  const lines = memberships.map(({ association, class: held, status }) =>
    h('li', null, [association.name, held?.name, status.label].filter(Boolean).join(', ')),
  );
  const leave = async () => {
    // It is forgotten here even where the service cannot be told.
    await affilia.accounts.signOut().catch(() => undefined);
    location.reload();
  };
  return show(
    h('p', null, say.signedIn(name)),
    h('h2', null, say.memberships),
    lines.length > 0 ? h('ul', null, lines) : h('p', null, say.none),
    button(say.signOut, leave),
  );
}

places.forEach(open);
