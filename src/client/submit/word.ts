import { datasetOfForm } from '#forms/check-file.ts'
import type { FormFile } from '#forms/form-kinds.ts'
import type { FormContext } from '#model/form-context.ts'
import { saveFile } from '../save-file.ts'
import { button } from './element.ts'
import type {} from './document.ts'

/** File name of the script that makes documents, in the same folder; replaced by the bundler. */
declare const FORM_DOCUMENT_FILE: string

const self = document.currentScript as HTMLScriptElement | null

/** A button that downloads what was filled in as a Word document; null for a page opened from disk. */
export function wordButton(
  form: FormFile,
  text: string,
  context: FormContext,
  say: (text: string) => void,
): HTMLElement | null {
  if (location.protocol === 'file:' || self === null) return null
  const save = async (): Promise<void> => {
    const [blank] = await Promise.all([blankDocument(), loadScript(self.src)])
    const make = window.formDocument
    if (make === undefined) throw new Error('the script is not loaded')
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const bytes = Uint8Array.from(make(form, datasetOfForm(form, text, context), blank))
    saveFile(`${form.unit}.docx`, new Blob([bytes], { type }))
  }
  return button('下载 Word 文件', () => {
    save().then(
      () => {
        say('Word 文件已下载。')
      },
      () => {
        say('Word 文件没有做成，请检查网络再试；不影响上面的文件。')
      },
    )
  })
}

async function blankDocument(): Promise<Uint8Array> {
  const answer = await fetch('blank.docx')
  if (!answer.ok) throw new Error(String(answer.status))
  return new Uint8Array(await answer.arrayBuffer())
}

const loadScript = (own: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (window.formDocument !== undefined) {
      resolve()
      return
    }
    const script = document.createElement('script')
    script.src = own.replace(/[^/]*$/, FORM_DOCUMENT_FILE)
    script.onload = () => {
      resolve()
    }
    script.onerror = () => {
      reject(new Error('the script is missing'))
    }
    document.head.append(script)
  })
