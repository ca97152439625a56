import { affilia, say } from './connect.js';
import { h } from './element.js';

const content = document.getElementById('content');
const status = document.querySelector('[role=status]');

/** Opens a page in the colours of its association. What cannot be loaded can be tried again. */
export async function openPage(draw) {
  status.textContent = say.loading;
  try {
    const { association } = await affilia.associations.realm();
    drawHeader(association);
    content.replaceChildren(...(await draw()));
    status.textContent = '';
  } catch (error) {
    // Only what the SDK throws is the network's; the rest is this page's own fault and shows in the console.
    if (error.name !== 'AffiliaError') throw error;
    status.textContent = say.failed;
    content.replaceChildren(h('button', { onclick: () => void openPage(draw) }, say.again));
  }
}

function drawHeader({ name, brand }) {
  document.documentElement.style.setProperty('--brand', brand.colour);
  document.documentElement.style.setProperty('--on-brand', brand.textColour);
  const { href, lang, name: language } = say.other;
  document.querySelector('body > header')?.remove();
  document.body.prepend(h('header', {}, h('p', {}, name), h('a', { href, lang, hreflang: lang }, language)));
}
