/** The buttons that copy a text, such as a citation, beside the text. */
import { copy } from './copy.ts'

// Of a site inside another, no script in the head has said so.
document.documentElement.toggleAttribute('data-scripts', true)
document.querySelectorAll<HTMLElement>('[data-copies]').forEach((button) => {
  const text = document.getElementById(button.dataset['copies'] ?? '')
  if (!text) return
  button.addEventListener('click', () => {
    void copy(text.textContent.trim()).then((copied) => {
      const status = button.nextElementSibling
      if (status) status.textContent = copied ? '已复制' : '没有复制成功，请选中文字复制'
    })
  })
})
