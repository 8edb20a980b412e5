/**
 * The unit that a reader follows: chosen in the list of the home page, remembered by this browser alone,
 * and shown from a file that is fetched once a unit is chosen. A link can show a unit; only the reader
 * can have it remembered.
 */
import type { FollowedUnit } from '#view/followed-unit.ts'
import type { Link } from '#view/names.ts'

const store = 'gongshi-unit'
const root = document.documentElement
/** Where the style of the section puts it before the notes of the page. */
const narrow = matchMedia('(max-width: 47.99em)')

/** The remembered unit; null when there is none or storage is blocked. */
function remembered(): string | null {
  try {
    return localStorage.getItem(store)
  } catch {
    return null
  }
}

/** Remembers a unit, or forgets it; false where the browser does not store anything. */
function remember(unit: string | null): boolean {
  try {
    if (unit === null) localStorage.removeItem(store)
    else localStorage.setItem(store, unit)
    return true
  } catch {
    return false
  }
}

/** Why a unit is shown: remembered, not storable, or named by a link. */
type Source = 'stored' | 'blocked' | 'link'

const isId = (text: string | null): text is string => text !== null && /^[a-z0-9-]+$/.test(text)

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag)
  created.append(...children)
  return created
}

/** The home page is at the root of the site, so addresses without their slash fit below any path. */
function linkTo({ label, href = '' }: Link): HTMLElement {
  const link = element('a', label)
  link.href = href.replace(/^\/+/, '')
  return link
}

const list = (rows: FollowedUnit['duties']): HTMLElement =>
  element('ul', ...rows.map(({ link, text }) => element('li', linkTo(link), `：${text}`)))

function contentOf(unit: FollowedUnit): HTMLElement[] {
  const rows = element('dl')
  const add = (label: string, value: HTMLElement | string): void => {
    rows.append(element('dt', label), element('dd', value))
  }
  for (const { label, value } of unit.facts) add(label, value)
  if (unit.rounds.length > 0) add('历次检查', list(unit.rounds))
  if (unit.duties.length > 0) add('应完成的事项', list(unit.duties))
  if (unit.reports.length > 0) add('最新的报告', list(unit.reports))
  const links = element('p', ...unit.links.flatMap((link) => [linkTo(link), ' ']))
  links.append(`（截至${unit.asOf}）`)
  return [rows, links]
}

function start(section: HTMLElement): void {
  const select = section.querySelector('select')
  const button = section.querySelector('button')
  const place = section.querySelector('[role="status"]')
  let asked = ''

  /**
   * Puts the notes of the page after the section, where the style shows them there: they are read and
   * focused in the order in which they are seen. The section itself stays, and keeps the focus.
   */
  const inOrder = (): void => {
    const notes = section.closest('.home-head')?.querySelectorAll(':scope > .head-note') ?? []
    const isFirst = narrow.matches && root.hasAttribute('data-followed-unit')
    if (isFirst) section.after(...notes)
    else section.before(...notes)
  }
  const note = (id: string, from: Source): HTMLElement => {
    const before = remembered()
    const text = {
      stored:
        '选定的单位只记在这个浏览器里（localStorage），不用Cookie，不发送给任何人；点“取消关注”就删除。',
      blocked: '这个浏览器不允许保存，离开本页以后要重新选。不用Cookie，也不发送给任何人。',
      link: `这是链接指定的单位，还没有记住。${isId(before) && before !== id ? '您原来关注的单位没有改动。' : ''}`,
    }
    const line = element('p', text[from])
    line.className = 'section-note'
    if (from === 'link') {
      const follow = element('button', '关注这个单位')
      follow.type = 'button'
      follow.addEventListener('click', () => {
        choose(id)
        ;(button || section).focus()
      })
      line.append(' ', follow)
    }
    return line
  }
  const fill = (children: HTMLElement[]): void => {
    if (!place) return
    place.textContent = ''
    place.append(...children)
  }
  const show = async (id: string, from: Source): Promise<void> => {
    asked = id
    if (select) select.value = id
    if (button) button.hidden = id === '' || from === 'link'
    root.toggleAttribute('data-followed-unit', id !== '')
    inOrder()
    if (id === '') {
      fill([])
      return
    }
    try {
      // A page opened from disk cannot fetch files.
      const answer = await fetch(`assets/units/${id}.json`)
      if (!answer.ok) throw new Error(String(answer.status))
      const unit = (await answer.json()) as FollowedUnit
      // A reader may have chosen again meanwhile.
      if (asked === id) fill([...contentOf(unit), note(id, from)])
    } catch {
      if (asked !== id) return
      root.removeAttribute('data-followed-unit')
      inOrder()
      const name = select?.selectedOptions[0]?.textContent ?? '这个单位'
      fill([
        element('p', linkTo({ label: `${name}的全部记录`, href: `units/${id}.html` })),
        note(id, from),
      ])
    }
  }
  /** A choice of the reader: remembered, then shown. */
  const choose = (id: string): void => {
    void show(id, remember(id === '' ? null : id) ? 'stored' : 'blocked')
    // On a phone the section now stands higher than where it was chosen.
    if (id !== '') section.scrollIntoView({ block: 'nearest' })
  }
  /**
   * Shows the unit of an address, and takes it out of the address, so that it is not shared. A link that
   * somebody else has made never changes the remembered unit.
   */
  const readAddress = (): boolean => {
    const id = new URLSearchParams(location.hash.slice(1)).get('unit')
    if (!isId(id)) return false
    history.replaceState(null, '', location.pathname + location.search)
    void show(id, remembered() === id ? 'stored' : 'link')
    section.scrollIntoView()
    return true
  }

  select?.addEventListener('change', () => {
    choose(select.value)
  })
  button?.addEventListener('click', () => {
    choose('')
    select?.focus()
  })
  addEventListener('hashchange', readAddress)
  narrow.addEventListener('change', inOrder)
  root.toggleAttribute('data-scripts', true)
  if (readAddress()) return
  const id = remembered()
  if (isId(id)) void show(id, 'stored')
  else root.removeAttribute('data-followed-unit')
}

const section = document.querySelector<HTMLElement>('[data-followed]')
if (section) start(section)
