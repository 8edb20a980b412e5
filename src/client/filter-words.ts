/** What a reader has chosen in the filter of a list, in words: for its printed head and for file names. */

/** The chosen values, each as the page shows it: 按期公开, without the number of its entries. */
export const chosenValues = (form: HTMLFormElement): string[] =>
  chosen(form).map(({ value }) => value)

/** The chosen values with the names of their fields: 状态：按期公开. */
export const chosenFilters = (form: HTMLFormElement): string[] =>
  chosen(form).map(({ label, value }) => `${label}：${value}`)

function chosen(form: HTMLFormElement): { label: string; value: string }[] {
  const fields = form.querySelectorAll<HTMLSelectElement | HTMLInputElement>(
    'select[name]:not([data-order]), input[name]',
  )
  return [...fields].flatMap((field) => {
    const text = 'options' in field ? (field.selectedOptions[0]?.text ?? '') : field.value
    const label = field.labels?.[0]?.textContent?.trim() ?? ''
    return field.value.trim() === '' ? [] : [{ label, value: text.trim().replace(/（\d+）$/, '') }]
  })
}

/**
 * The name of a file with the rows of a choice: the title of the page and the chosen values, of letters,
 * digits and brackets only, which every system stores.
 */
export function selectionName(title: string, values: readonly string[]): string {
  const parts = [title, ...values].map((part) => part.replace(/[^\p{L}\p{N}（）]+/gu, ''))
  const name = parts.filter((part) => part !== '').join('-')
  // Some systems store names of at most 255 bytes.
  return `${[...name].slice(0, 60).join('') || 'selection'}.csv`
}
