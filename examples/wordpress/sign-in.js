import { drawForm } from './draw-form.js';
import { button, h } from './element.js';

const { Affilia } = globalThis;

/** The password, or a passkey in its place, then the second factor. */
export async function signIn(page) {
  const { affilia, say, show, faults, acts } = page;
  const { signInForm } = await affilia.associations.realm();
  const flow = Affilia.openSignIn(affilia);
  let drawn = null;

  const settle = snapshot => {
    // What more is asked of staff is for the tools of the office.
    if (snapshot.state === 'DONE' || snapshot.state === 'ENROLMENT') location.reload();
    else if (snapshot.state !== drawn) draw(snapshot);
    return snapshot;
  };
  const usePasskey = async () => {
    const snapshot = settle(await flow.usePasskey());
    if (snapshot.state === drawn) draw(snapshot);
  };
  const draw = snapshot => {
    const { state, secondFactor, passkey } = snapshot;
    drawn = state;
    const forms = secondFactor
      ? secondFactor.forms.map(form => drawForm(page, form, async input => settle(await flow.verify(input))))
      : [drawForm(page, signInForm, async input => settle(await flow.signIn(input)))];
    show(
      faults(snapshot),
      forms,
      passkey && button(say.usePasskey, usePasskey),
      button(say.forgotPassword, acts.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
      button(say.forgotUsername, acts.FORGOTTEN_USERNAME),
    );
  };
  draw(flow.snapshot());
}

/** First access and forgotten password; with a token, what the mailed link leads to. */
export async function recover(page, token) {
  const { affilia, say, show, faults, ways } = page;
  const { passwordResetForm } = await affilia.associations.realm();
  const flow = await Affilia.openPasswordReset(affilia, { token });
  const choose = async input => {
    const snapshot = await flow.choose(input);
    return snapshot.state === 'CHOOSE' ? snapshot : draw(snapshot);
  };
  const draw = snapshot => {
    const { state, link, form, next, error } = snapshot;
    if (state === 'LINK') throw error;
    if (state === 'ASK') show(faults(snapshot), askForMail(page, passwordResetForm, flow));
    if (state === 'CHOOSE') show(h('p', null, link.greeting), form && drawForm(page, form, choose));
    if (state === 'DONE') show(h('p', { role: 'status' }, say.done), ways(next));
    return snapshot;
  };
  draw(flow.snapshot());
}

export async function remind(page) {
  const { usernameReminderForm } = await page.affilia.associations.realm();
  page.show(askForMail(page, usernameReminderForm, Affilia.openUsernameReminder(page.affilia)));
}

/** A form whose answer is a mail, which can be slow. */
function askForMail(page, form, flow) {
  const { say, show, faults } = page;
  const again = button(say.sendAgain, async () => draw(await flow.sendAgain()));
  const draw = snapshot => {
    if (snapshot.state !== 'ASKED') return snapshot;
    again.hidden = !snapshot.maySendAgain;
    show(h('div', { role: 'status' }, faults(snapshot), h('p', null, snapshot.message)), again);
    return snapshot;
  };
  flow.subscribe(() => {
    again.hidden = !flow.snapshot().maySendAgain;
  });
  return drawForm(page, form, async input => draw(await flow.ask(input)));
}
