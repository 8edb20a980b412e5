/** What each quotation mark becomes inside another pair: “” and ‘’ take turns (GB/T 15834-2011). */
const inner: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' }

/** A text as it stands between quotation marks: its own marks become those of the next level. */
export const insideQuotes = (text: string): string =>
  text.replace(/[“”‘’]/g, (mark) => inner[mark] ?? mark)

/** A text in quotation marks. */
export const quoted = (text: string): string => `“${insideQuotes(text)}”`
