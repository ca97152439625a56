export const LONGEST_NAME = 100;
export const LONGEST_DOCUMENT = 500;
