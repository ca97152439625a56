import { affilia, locale, words } from './connect.js';
import { drawForm } from './draw-form.js';
import { h, heading, replaceWith } from './element.js';
import { refusalOf } from './refusal.js';

const say = words.mails;
const SHOWN = 10;
/** What is longer is a limit on many mails, and the service words it. */
const BRIEF_SECONDS = 120;

/** What became of the latest mails to the person, each with the button that sends it again. */
export async function drawMails({ association }) {
  const place = h('div');
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: association.timeZone,
  });
  const momentOf = instant => moments.format(new Date(instant));

  const load = async () => {
    const { nodes } = await affilia.mails.mine().page({ first: SHOWN });
    if (nodes.length === 0) return [h('p', {}, say.none)];
    return [h('p', {}, say.explanation), h('ul', {}, nodes.map(drawMail))];
  };
  const redraw = async said =>
    replaceWith(
      place,
      heading(2, say.title),
      h('p', { role: 'status', class: 'status' }, said),
      ...(await load()),
    );

  const drawMail = mail => {
    const { id: mailId, subject, maskedAddress, stateLabel, faultLabel, nextTryAt, queuedAt } = mail;
    const settled = mail.settledAt && say.settled[mail.state];
    const form = drawForm(
      { title: subject, submitLabel: say.again, fields: [] },
      {
        async send() {
          const outcome = await affilia.mails.resend({ mailId });
          if (!outcome.ok) return whyNot(outcome.problem);
          await redraw(say.sentAgain(outcome.value.next.maskedAddress));
          return null;
        },
      },
    ).element;
    // Its heading names it: a landmark per mail would be in the way.
    form.removeAttribute('aria-label');
    form
      .querySelector('h2')
      .replaceWith(
        h('h3', { lang: mail.locale === 'FR_CA' ? 'fr-CA' : 'en-CA' }, subject),
        h('p', {}, say.fate(stateLabel, maskedAddress)),
        ...[faultLabel, nextTryAt && say.nextTry(momentOf(nextTryAt))]
          .filter(Boolean)
          .map(text => h('p', {}, text)),
        h('p', {}, settled ? settled(momentOf(mail.settledAt)) : say.prepared(momentOf(queuedAt))),
      );
    form.querySelector('button').setAttribute('aria-label', say.againNamed(subject));
    return h('li', {}, form);
  };

  place.append(h('h2', {}, say.title), ...(await load()));
  return place;
}

/** The service waits between two mails to one mailbox: that is no fault of the person. */
function whyNot(problem) {
  const refusal = refusalOf(problem);
  if (problem.__typename !== 'TooManyAttempts' || problem.retryAfterSeconds > BRIEF_SECONDS) return refusal;
  return { ...refusal, message: say.tooSoon(problem.retryAfterSeconds) };
}
