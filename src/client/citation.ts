/** Shows the buttons that copy a text, such as a citation, beside the text. */
import { copy } from './copy.ts'

document.querySelectorAll<HTMLElement>('[data-copies]').forEach((button) => {
  const text = document.getElementById(button.dataset['copies'] ?? '')
  if (!text) return
  button.hidden = false
  button.addEventListener('click', () => {
    void copy(text.textContent.trim()).then((copied) => {
      const status = button.nextElementSibling
      if (status) status.textContent = copied ? '已复制' : '没有复制成功，请选中文字复制'
    })
  })
})
