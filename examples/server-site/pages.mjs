const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = text => String(text).replace(/[&<>"']/g, character => ESCAPED[character]);

/** What members see of themselves, or the button to sign in. */
export function drawHome(viewer, say) {
  if (!viewer) return draw(say, `<p>${escape(say.intro)}</p>${button('sign-in', say.signIn)}`);
  const { account, persons, memberships, delegations } = viewer;
  const name = persons[0]?.displayName ?? account.username ?? account.addresses[0]?.address;
  const held = memberships.map(membership => drawMembership(membership, say)).join('');
  // Whoever has several roles for an organization has a delegation for each.
  const organizations = Object.values(Object.groupBy(delegations, ({ organization }) => organization.id));
  const actedFor = organizations.map(roles => drawOrganization(roles, say)).join('');
  return draw(
    say,
    `<p>${escape(say.hello(name))}</p>
    ${held && `<ul>${held}</ul>`}
    ${actedFor && `<p>${escape(say.actsFor)}</p><ul>${actedFor}</ul>`}
    ${held || actedFor ? '' : `<p>${escape(say.none)}</p>`}
    ${button('sign-out', say.signOut)}`,
  );
}

/** Why nobody came back signed in, and the way to begin again. */
export const drawMessage = (message, say) =>
  draw(say, `<p role="alert">${escape(message)}</p>${button('sign-in', say.signIn)}`);

export const drawFault = say => drawWayHome(say.failed, say.again, say);

/** To whoever was sent here by a form of another site. */
export const drawElsewhere = say => drawWayHome(say.elsewhere, say.home, say);

const drawWayHome = (message, label, say) =>
  draw(say, `<p role="alert">${escape(message)}</p><p><a href="./">${escape(label)}</a></p>`);

function drawMembership({ association, memberNumber, class: category, status }, say) {
  return drawItem(association.name, [
    [say.number, memberNumber],
    [say.category, category?.name],
    [say.status, status.label],
  ]);
}

function drawOrganization(delegations, say) {
  const { publicName, association } = delegations[0].organization;
  return drawItem(publicName, [
    [say.association, association.name],
    [say.role, delegations.map(({ roleLabel }) => roleLabel).join(', ')],
  ]);
}

function drawItem(name, lines) {
  const known = lines.filter(([, value]) => value);
  const list = known.map(([term, value]) => `<dt>${escape(term)}</dt><dd>${escape(value)}</dd>`).join('');
  return `<li><h2>${escape(name)}</h2><dl>${list}</dl></li>`;
}

/** What changes something is a form: no link of another site may do it, and `serve.mjs` refuses the forms of others. */
const button = (action, label) =>
  `<form method="post" action="${action}"><button>${escape(label)}</button></form>`;

const draw = ({ locale, title, other }, content) => `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(title)}</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <header><a href="${other.href}" lang="${other.locale}" hreflang="${other.locale}">${other.name}</a></header>
    <main>
      <h1>${escape(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`;
