import { h } from './element.js';

/** A way to another page, alone on its line. */
export const drawLink = (href, label) => h('p', {}, h('a', { class: 'way', href }, label));
