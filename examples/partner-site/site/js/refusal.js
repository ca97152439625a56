import { AffiliaError } from '@affilia/sdk';
import { refusal } from '@affilia/sdk/flows';
import { words } from './connect.js';
import { h } from './element.js';
import { drawWays } from './ways.js';

/** What a form shows of a problem: its message, what to correct, and the ways forward (see ways.js). */
export const refusalOf = (problem, handlers) => drawRefusal(refusal(problem), handlers);

/** The same of what an act of a flow has come to; null when nothing is wrong. */
export function refusalIn(snapshot, handlers) {
  const { error, passkeyFault, problem } = snapshot;
  if (error) return refusalOfError(error);
  if (passkeyFault) return { message: words.secondFactors.passkeyFaults[passkeyFault] };
  return problem && drawRefusal(snapshot, handlers);
}

const drawRefusal = ({ problem, issues, next }, handlers) => ({
  // A problem with one answer is said at its field.
  message: problem.path ? words.correct : problem.message,
  issues: Object.values(issues).flat(),
  ways: drawWays(next, handlers),
});

/** What a form shows of a fault that trying again may overcome. */
export const refusalOfError = error => ({
  message: messageOf(error),
  ways: [requestIdOf(error)].filter(Boolean),
});

/** A page that could not be loaded, and how to try again; first what else must be known then. */
export const drawFault = (error, retry, unloaded = null) =>
  h(
    'div',
    { class: 'summary', role: 'alert' },
    unloaded && h('p', {}, unloaded),
    h('p', {}, messageOf(error)),
    requestIdOf(error),
    h('button', { type: 'button', onclick: retry }, words.tryAgain),
  );

function messageOf(error) {
  if (!(error instanceof AffiliaError)) {
    reportError(error);
    return words.unexpected;
  }
  if (error.code === 'NETWORK') return words.offline;
  // The service words its own faults, in the language of the page.
  return error.code === 'BAD_RESPONSE' ? words.unexpected : error.message;
}

const requestIdOf = ({ requestId }) => requestId && h('p', {}, words.requestId, h('code', {}, requestId));
