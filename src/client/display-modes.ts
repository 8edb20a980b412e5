import { headerMenus } from './header-menus.ts'

/**
 * The bar of display modes for older readers. A choice is an attribute of <html>, which the styles
 * read, and is stored in the browser. Without storage it lasts until the reader leaves the page.
 */

/** File name of the script that reads aloud, in the same folder; replaced by the bundler. */
declare const READ_ALOUD_FILE: string

const self = document.currentScript as HTMLScriptElement | null

interface Choice {
  /** `data-<name>` on <html>. */
  readonly name: string
  readonly title: string
  /** The first is the standard and sets nothing. */
  readonly options: readonly (readonly [value: string, label: string])[]
}

const choices: readonly Choice[] = [
  {
    name: 'text',
    title: '文字',
    options: [
      ['', '标准'],
      ['large', '大字'],
      ['largest', '超大字'],
    ],
  },
  {
    name: 'contrast',
    title: '对比度',
    options: [
      ['', '标准'],
      ['high', '高对比度'],
    ],
  },
  {
    name: 'colours',
    title: '颜色',
    options: [
      ['', '跟随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
  },
  {
    name: 'simple',
    title: '版式',
    options: [
      ['', '标准'],
      ['on', '简约版'],
    ],
  },
  {
    name: 'pointer',
    title: '指针',
    options: [
      ['', '标准'],
      ['large', '大指针'],
    ],
  },
]

const store = 'gongshi-display'
const root = document.documentElement

/** The stored choices; none when there is no storage or its content is invalid. */
function remembered(): Record<string, unknown> {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(store) ?? '{}')
    return typeof saved === 'object' && saved !== null ? { ...saved } : {}
  } catch {
    return {}
  }
}

function remember(): void {
  const saved: Record<string, string> = {}
  for (const { name } of choices) {
    const value = root.dataset[name]
    if (value !== undefined) saved[name] = value
  }
  try {
    localStorage.setItem(store, JSON.stringify(saved))
  } catch {
    // Storage is blocked or full: the choice holds for this page.
  }
}

function choose(name: string, value: string): void {
  if (value === '') root.removeAttribute(`data-${name}`)
  else root.setAttribute(`data-${name}`, value)
  if (name === 'colours') chooseColours(value)
}

/** Sets for which screens the dark colours apply. */
function chooseColours(value: string): void {
  const link = document.querySelector('link[data-dark]')
  const scheme = document.querySelector('meta[name="color-scheme"]')
  const media: Record<string, string> = { light: 'not all', dark: 'screen' }
  if (link) link.setAttribute('media', media[value] ?? 'screen and (prefers-color-scheme: dark)')
  if (scheme) scheme.setAttribute('content', value || 'light dark')
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = '',
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag)
  created.textContent = text
  return created
}

function group({ name, title, options }: Choice): HTMLElement {
  const fieldset = element('fieldset')
  fieldset.appendChild(element('legend', title))
  for (const [value, label] of options) {
    const input = element('input')
    input.type = 'radio'
    input.name = `display-${name}`
    input.value = value
    input.checked = (root.dataset[name] ?? '') === value
    input.addEventListener('change', () => {
      choose(name, value)
      remember()
    })
    const line = element('label')
    line.append(input, label)
    fieldset.appendChild(line)
  }
  return fieldset
}

function bar(): HTMLElement {
  const details = element('details')
  details.className = 'header-menu display-modes'
  details.appendChild(element('summary', '适老化与无障碍'))
  const panel = element('div')
  panel.setAttribute('role', 'group')
  panel.setAttribute('aria-label', '显示设置')
  for (const choice of choices) panel.appendChild(group(choice))
  const reset = element('button', '恢复标准显示')
  reset.type = 'button'
  reset.addEventListener('click', () => {
    for (const { name } of choices) choose(name, '')
    panel.querySelectorAll('input').forEach((input) => {
      input.checked = input.value === ''
    })
    remember()
  })
  panel.appendChild(reset)
  details.appendChild(panel)
  const loadVoice = (): void => {
    const script = element('script')
    script.src = self?.src.replace(/[^/]*$/, READ_ALOUD_FILE) ?? ''
    document.head.appendChild(script)
  }
  details.addEventListener('toggle', loadVoice, { once: true })
  return details
}

// Applied before the first paint, to avoid layout shifts.
root.toggleAttribute('data-scripts', true)
try {
  root.toggleAttribute('data-followed-unit', localStorage.getItem('gongshi-unit') !== null)
} catch {
  // Storage is blocked: no unit is remembered.
}
const saved = remembered()
for (const { name, options } of choices) {
  const value = saved[name]
  if (typeof value === 'string' && options.some(([known]) => known === value)) choose(name, value)
}

// The bar is inserted as soon as the header is parsed, to avoid layout shifts.
const insertBar = (): boolean => {
  const menu = document.querySelector('.site-menu')
  // The link that closes the menu is the end of it.
  if (menu?.lastElementChild?.matches('.menu-link') !== true) return false
  menu.querySelector('.site-header-menus')?.appendChild(bar())
  headerMenus(menu)
  return true
}
const headerObserver = new MutationObserver(() => {
  if (insertBar()) headerObserver.disconnect()
})
headerObserver.observe(root, { childList: true, subtree: true })
