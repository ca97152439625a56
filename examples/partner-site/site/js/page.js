import { addressOf, affilia, whenSignedIn, whenSignedOut, words } from './connect.js';
import { h } from './element.js';
import { drawFrame, greet } from './frame.js';
import { drawFault } from './refusal.js';
import { setSupport } from './ways.js';

const content = document.getElementById('content');
const status = h('p', { role: 'status', class: 'status' });
let realm = null;

/** Says something that does not take the person away from where they are. */
const announce = text => {
  status.textContent = text;
};

/**
 * Opens a page: the frame, then what `draw` gives for the realm and whether somebody is signed in. What cannot be
 * loaded can be tried again; `unloaded` is what else must be known then. `arrived` and `left` follow what another tab
 * does: somebody signs in there, or out.
 */
export async function openPage(
  draw,
  { arrived = () => void refreshFrame(), left = () => void refreshFrame(), unloaded = null } = {},
) {
  whenSignedIn(arrived);
  whenSignedOut(({ reason }) => {
    if (reason !== 'SIGNED_OUT') left();
  });
  document.querySelector('h1').after(status);
  drawFrame({ realm: null, signedIn: false });
  const notice = takeNotice();
  const load = async () => {
    content.replaceChildren(h('p', { 'aria-busy': 'true' }, words.loading));
    try {
      realm ??= await affilia.associations.realm();
      setSupport(realm.support);
      const signedIn = await refreshFrame();
      content.replaceChildren(...(await draw({ realm, signedIn })).filter(Boolean));
      content.querySelector('.summary:not([hidden])')?.focus();
      if (notice) announce(notice);
    } catch (error) {
      content.replaceChildren(drawFault(error, () => void load(), unloaded));
    }
  };
  await load();
  addEventListener('offline', () => announce(words.offline));
  addEventListener('online', () => announce(words.online));
  // Back to a page that the browser kept: it must not show what was signed out of meanwhile, or hide who signed in.
  const wasSignedIn = await affilia.isSignedIn();
  addEventListener('pageshow', async ({ persisted }) => {
    if (persisted && (await affilia.isSignedIn()) !== wasSignedIn) location.reload();
  });
}

/** Opens a page for whoever is signed in; anybody else signs in first and comes back. */
export function openMembersPage(draw, { unloaded = null } = {}) {
  const signIn = (parameters = {}) => {
    const page = location.pathname.split('/').at(-1) + location.search;
    location.replace(addressOf('sign-in.html', { then: page, ...parameters }));
    // The page is being left: until then it says that it is loading, instead of nothing.
    return new Promise(() => undefined);
  };
  const drawTheirs = async around => {
    const viewer = await affilia.accounts.viewer();
    if (!viewer) return signIn();
    greet(viewer);
    return draw({ ...around, viewer });
  };
  // What stands here is another person's.
  const arrived = () => location.reload();
  return openPage(drawTheirs, { arrived, left: () => signIn({ notice: 'session-ended' }), unloaded });
}

/** Draws the frame for whoever is signed in now. */
export async function refreshFrame() {
  const signedIn = await affilia.isSignedIn();
  drawFrame({ realm, signedIn });
  return signedIn;
}

/** What the page before has to say; it is said once. */
function takeNotice() {
  const address = new URL(location.href);
  const name = address.searchParams.get('notice');
  if (name === null) return null;
  address.searchParams.delete('notice');
  history.replaceState(history.state, '', address);
  return words.notices[name] ?? null;
}
