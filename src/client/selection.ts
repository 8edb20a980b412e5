/**
 * Downloads the rows that a filter shows: the published table with only these rows, in the order of
 * the page. Its address is in `data-src` of the button, the title of its column of ids in `data-key`.
 * The file is named after the page and the choice.
 */
import { chosenValues, selectionName } from './filter-words.ts'
import { saveFile } from './save-file.ts'

/**
 * Prepares the button of a form, if it has one. The result is to be called with the entries that are
 * shown whenever they change, and with none while there is no selection.
 */
export function selectionOf(form: HTMLFormElement): (shown: readonly HTMLElement[]) => void {
  const button = form.querySelector<HTMLButtonElement>('button[data-src]')
  // A page opened from disk cannot fetch files.
  if (!button || location.protocol === 'file:') return () => undefined
  let chosen: readonly HTMLElement[] = []
  const { src = '', key = '' } = button.dataset
  const failure = document.createElement('p')
  failure.className = 'filter-failure'
  failure.setAttribute('role', 'alert')
  const title = document.querySelector('h1')?.textContent ?? ''
  button.addEventListener('click', () => {
    const ids = chosen.map(idOf)
    const name = selectionName(title, chosenValues(form))
    failure.remove()
    void fetch(src)
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        saveFile(name, new Blob([selected(await answer.text(), key, ids)], { type }))
      })
      .catch(() => {
        failure.textContent =
          '没有下载成功，可能是网络断了。请再点一次；还不行的，下载本页下方的全部数据，自己筛选。'
        form.append(failure)
      })
  })
  return (shown) => {
    chosen = shown
    failure.remove()
    button.hidden = shown.length === 0
  }
}

const type = 'text/csv;charset=utf-8'

/** The id of an entry's record: in `data-row`, or after the kind in its anchor. */
const idOf = (entry: HTMLElement): string =>
  entry.dataset['row'] || entry.id.replace(/^(?:issue|unit)-/, '')

/** A table of RFC 4180 with its head and the rows of some ids, in the order of the ids. */
export function selected(csv: string, key: string, ids: readonly string[]): string {
  const [head = '', ...rows] = recordsOf(csv.replace(/^\uFEFF/, ''))
  const column = fieldsOf(head).indexOf(key)
  const byId = new Map<string, string[]>()
  for (const row of rows) {
    const id = fieldsOf(row)[column] || ''
    byId.set(id, [...(byId.get(id) || []), row])
  }
  const lines = ids.reduce<string[]>((all, id) => [...all, ...(byId.get(id) || [])], [head])
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** The records of a table as written: line breaks within quotation marks do not end them. */
const recordsOf = (csv: string): string[] => csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) || []

/** The fields of a record, without their quotation marks. */
function fieldsOf(record: string): string[] {
  const fields: string[] = []
  const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g
  for (let found = field.exec(record); found !== null; found = field.exec(record)) {
    fields.push(found[1] === undefined ? found[2] || '' : found[1].replace(/""/g, '"'))
    // An empty field at the start has no length of its own.
    if (found[0] === '') field.lastIndex++
  }
  return fields
}
