export interface SmtpFault {
  /** The server will say the same again, however often it is asked. */
  readonly permanent: boolean;
  /** `550 5.1.1`, or the name of a failure without an answer (`ETIMEDOUT`). Never the server's text, which repeats addresses. */
  readonly code: string;
}

const ENHANCED_STATUS = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;
/** "Bad sequence of commands": about the conversation, not about the mail. */
const BAD_SEQUENCE = 503;

/**
 * What an attempt died of. Only an answer about this mail (its sender, its recipient, its content) is final: a
 * server that refuses our password or our greeting is a matter for the operator, and the mail waits.
 */
export function smtpFault(error: unknown): SmtpFault {
  const {
    code = 'UNKNOWN',
    responseCode,
    response = '',
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode === undefined) return { permanent: code === 'EENVELOPE', code };

  const status = ENHANCED_STATUS.exec(response)?.[1];
  return {
    permanent: aboutThisMail && responseCode >= 500 && responseCode !== BAD_SEQUENCE,
    code: status === undefined ? String(responseCode) : `${responseCode} ${status}`,
  };
}
