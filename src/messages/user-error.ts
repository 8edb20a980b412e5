/**
 * An error for the user of a command: its message is Chinese, in whole sentences, and is
 * printed without a stack trace.
 */
export class UserError extends Error {}
