import type { AssociationEntity } from '../../associations/index.ts';

type Colours = Pick<AssociationEntity, 'brandColour' | 'brandTextColour'>;

const REALM_COLOURS: Colours = { brandColour: '#0b4f9c', brandTextColour: '#ffffff' };

/** The style of every page, in the colours of the association. */
export function styleOf(association: Colours | null): string {
  const { brandColour, brandTextColour } = association ?? REALM_COLOURS;
  return `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #ffffff; --line: #6b6b6b; --link: #0b4f9c; --fault: #a4161a; --brand: ${brandColour}; --on-brand: ${brandTextColour}; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #161616; --line: #9a9a9a; --link: #9cc7ff; --fault: #ff9d9d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { background: var(--brand); color: var(--on-brand); padding: .75rem 1rem; }
header p { margin: 0; max-width: 40rem; font-weight: 600; display: flex; gap: .75rem; align-items: center; }
header img { max-height: 3rem; max-width: 8rem; }
nav, main { max-width: 40rem; padding: 0 1rem; }
nav a { display: inline-block; padding: .6rem 0; }
a { color: var(--link); }
h1 { font-size: 1.6rem; line-height: 1.2; }
label { display: block; font-weight: 600; }
.field { margin: 0 0 1rem; }
.optional { font-weight: 400; }
.help { margin: 0 0 .25rem; }
.fault { margin: 0 0 .25rem; color: var(--fault); font-weight: 600; }
[role=alert] { border-inline-start: .3rem solid var(--fault); padding-inline-start: .75rem; }
input:not([type=checkbox]), select { width: 100%; padding: .6rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--paper); color: var(--ink); font: inherit; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--line); border-radius: .25rem; background: var(--brand); color: var(--on-brand); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { background: var(--paper); color: var(--ink); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.qr-code { max-width: 16rem; background: #ffffff; }
`;
}
