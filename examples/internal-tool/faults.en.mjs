/** @type {typeof import('./faults.fr.mjs').faultsFr} */
export const faultsEn = {
  NOT_FOUND: {
    title: 'Page not found',
    todo: 'There is nothing at this address, or it is not for your roles. Start again from the home page.',
  },
  METHOD: {
    title: 'Page not found',
    todo: 'This address does not open in this way. Start again from the home page.',
  },
  FOREIGN_FORM: {
    title: 'Form out of date',
    todo: 'Nothing was done. Open the page of the form again, then send it.',
  },
  UNREADABLE_FORM: { title: 'Form not readable', todo: 'Nothing was done. Send fewer lines at a time.' },
  NETWORK: {
    title: 'Portal out of reach',
    todo: 'The tool does not reach the portal. Wait a moment, then try again: nothing is done twice.',
  },
  BAD_RESPONSE: {
    title: 'Portal out of reach',
    todo: 'Whatever answers at the portal’s address is not the portal. Tell whoever looks after this tool.',
  },
  FORBIDDEN: {
    title: 'Beyond your roles',
    todo: 'Your roles do not allow this here. Choose another association on the home page, or ask its administrators for a role.',
  },
  BAD_USER_INPUT: {
    title: 'Address to correct',
    todo: 'Start at the beginning of the list, or look for something else.',
  },
  UNAUTHENTICATED: {
    title: 'Key refused',
    todo: 'The key of this tool does not open the portal. Tell whoever looks after it.',
  },
  RATE_LIMITED: { title: 'Too many requests', todo: 'Wait a while, then try again.' },
  SERVICE_BUSY: { title: 'Portal busy', todo: 'Wait a moment, then try again: nothing is done twice.' },
  OTHER: {
    title: 'Something went wrong',
    todo: 'Try again. If it happens again, tell whoever looks after this tool.',
  },
};
