import { drawForm } from './draw-form.js';
import { h } from './element.js';

const { Affilia } = globalThis;

/** From the mailed code to an account, with a new one or one that exists. */
export async function invitation(page) {
  const { affilia, say, show, faults, ways } = page;
  const { invitationForm } = await affilia.associations.realm();
  const flow = await Affilia.openInvitation(affilia);
  const acts = {
    acceptInvitationWithNewAccount: flow.openAccount,
    signIn: flow.signInAndAccept,
    acceptInvitation: flow.accept,
  };
  const panelOf = ({ secondFactor, form, state }) => secondFactor ?? (state === 'FORM' ? form : state);
  let drawn = null;

  /** On the form that is there, or as another panel. */
  const settle = snapshot => (panelOf(snapshot) === drawn ? snapshot : draw(snapshot));
  const enter = async ({ code }) => settle(await flow.enterCode(code));
  const choose = ({ target }) => draw(flow.chooseExistingAccount(target.checked));

  const draw = snapshot => {
    const { state, secondFactor, next, code } = snapshot;
    drawn = panelOf(snapshot);
    if (secondFactor) show(...drawSecondFactor(secondFactor));
    else if (state === 'CODE') show(faults(snapshot), drawForm(page, invitationForm, enter, { code }));
    else if (state === 'DONE') show(h('p', { role: 'status' }, say.done), ways(next));
    else show(...drawOffer(snapshot));
    return snapshot;
  };

  const drawOffer = snapshot => {
    const { form, invitation: offer, documents, existingAccount, code } = snapshot;
    const tick = h('input', { type: 'checkbox', id: 'affilia-existing', onchange: choose });
    tick.checked = existingAccount;
    return [
      h('p', null, [offer.inviteeName ?? offer.email, offer.association.name].join(', ')),
      h('p', null, tick, h('label', { for: 'affilia-existing' }, say.existingAccount)),
      documents.map(({ label, url }) => h('p', null, h('a', { href: url }, label))),
      faults(snapshot),
      drawForm(page, form, async input => settle(await acts[form.name](input)), { 'input.code': code }),
    ];
  };

  const drawSecondFactor = secondFactor => {
    const signing = Affilia.openSignIn(affilia, { secondFactor });
    const verify = async input => {
      const snapshot = await signing.verify(input);
      if (snapshot.state === 'FACTOR') return snapshot;
      await flow.refresh();
      return draw(snapshot.state === 'PASSWORD' ? flow.snapshot() : await flow.accept());
    };
    return secondFactor.forms.map(form => drawForm(page, form, verify));
  };

  draw(flow.snapshot());
}
