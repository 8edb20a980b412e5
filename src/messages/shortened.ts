/** A text for a message: its first characters and an ellipsis where it is longer. */
export const shortened = (text: string, maxLength = 60): string =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
