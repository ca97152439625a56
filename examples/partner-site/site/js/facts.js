import { h } from './element.js';

/** What is known of something, by name; lines that are null or false are left out. */
export const drawFacts = lines =>
  h(
    'dl',
    {},
    lines.filter(Boolean).flatMap(([name, ...values]) => [h('dt', {}, name), h('dd', {}, values)]),
  );
