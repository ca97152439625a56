import { openInvitation, openSignIn } from '@affilia/sdk/flows';
import { affilia, words } from './connect.js';
import { drawSignIn } from './draw-sign-in.js';
import { h, replaceWith } from './element.js';
import { holdSecret } from './held-secret.js';
import { drawCodePanel, drawEnding, drawFormPanel } from './invitation-panels.js';
import { refreshFrame } from './page.js';
import { refusalIn, refusalOf } from './refusal.js';

const PANELS = { CODE: drawCodePanel, FORM: drawFormPanel, DONE: drawEnding };
const ASK_FOR_ANOTHER = ['InvitationCodeUnknown', 'InvitationReplaced'];

/** Leads through an invitation: the service says where the person stands, and this draws it. */
export async function drawInvitation(code, realm) {
  const flow = await openInvitation(affilia, { code });
  const place = h('div');
  let drawn = null;
  let typed = {};

  function draw() {
    const snapshot = flow.snapshot();
    if (snapshot.code) holdSecret('code', snapshot.code);
    typed = { ...typed, ...drawn?.form.typed() };
    const { nodes, form } = PANELS[snapshot.state](snapshot, {
      flow,
      settle,
      choose,
      typed,
      codeForm: realm.invitationForm,
    });
    drawn = form ? { form, panel: panelOf(snapshot) } : null;
    replaceWith(place, ...nodes);
  }

  /** Shows what an act led to: another panel, or on the form that is there, by giving it the refusal. */
  async function settle(snapshot) {
    if (snapshot.error) return refusalIn(snapshot);
    const { problem, secondFactor } = snapshot;
    if (secondFactor) {
      replaceWith(
        place,
        drawSignIn(openSignIn(affilia, { secondFactor }), realm, () => void acceptNow()),
      );
      return null;
    }
    // Other documents are in force since the form was drawn.
    if (problem?.__typename === 'DocumentsNotAccepted') await flow.refresh();
    const refusal = problem && refusalOfProblem(problem);
    if (refusal && panelOf(flow.snapshot()) === drawn.panel) return refusal;

    draw();
    if (refusal) drawn.form.show(refusal);
    await refreshFrame();
    return null;
  }

  /** Whoever owed a second factor is signed in now. */
  async function acceptNow() {
    drawn = null;
    await flow.refresh();
    await flow.accept();
    draw();
    showFault();
    await refreshFrame();
  }

  function refusalOfProblem(problem) {
    const handlers = {
      REQUEST_NEW_INVITATION: async () => show(await settle(await flow.reissue())),
      OPEN_ACCOUNT: async () => {
        flow.chooseExistingAccount(false);
        show(await settle(await flow.refresh()));
      },
      // Whoever has an account with the invited address goes on right here.
      ...(problem.__typename === 'AddressHasAccount' && { SIGN_IN: () => choose(true) }),
    };
    const refusal = refusalOf(problem, handlers);
    const usernames = (problem.suggestions ?? []).map(drawSuggestion);
    const hint = ASK_FOR_ANOTHER.includes(problem.__typename) && h('p', {}, words.invitation.tryOtherCode);
    return { ...refusal, ways: [...usernames, hint, ...refusal.ways] };
  }

  function drawSuggestion(username) {
    const take = () => drawn.form.fill({ 'input.username': username });
    return h('p', {}, h('button', { type: 'button', onclick: take }, words.invitation.take(username)));
  }

  /** « Je dispose d’un compte existant », ticked or not. */
  function choose(existing) {
    flow.chooseExistingAccount(existing);
    draw();
  }

  const show = refusal => refusal && drawn?.form.show(refusal);

  const showFault = () => {
    const { problem, error } = flow.snapshot();
    show(error ? refusalIn({ error }) : problem && refusalOfProblem(problem));
  };

  draw();
  showFault();
  return place;
}

/** As long as this is the same, what is drawn stands, with everything that was typed. */
const panelOf = ({ state, form }) => (state === 'FORM' ? form : state);
