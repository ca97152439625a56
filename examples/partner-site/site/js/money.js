import { locale } from './connect.js';

const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD' });
const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });

/** An amount that this site has added up itself; the service words all others. */
export const inMoney = cents => money.format(cents / 100);

/** `9.975` with the comma or the point of the language. */
export const rateInWords = percent => rate.format(Number(percent));
