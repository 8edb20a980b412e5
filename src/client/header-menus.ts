/** The menu of a phone and the folded menus of the header close as readers expect of menus. */

const folded = '.header-menu[open]'

/**
 * Lets the menus close with Escape, and with a click or the focus elsewhere.
 *
 * @param menu the part of the header that a phone shows after its link `.menu-link` is followed,
 *   which needs no script
 */
export function headerMenus(menu: Element): void {
  const links = document.querySelectorAll<HTMLElement>('.menu-link')
  const [opener] = links
  const show = (open: boolean): void => {
    // A menu that the address opens closes with another address.
    if (!open && location.hash === '#menu') location.hash = 'main'
    menu.classList.toggle('is-open', open)
    opener?.setAttribute('aria-expanded', String(open))
  }
  show(location.hash === '#menu')
  links.forEach((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      show(link === opener && opener.getAttribute('aria-expanded') !== 'true')
      opener?.focus()
    })
  })

  const leave = ({ target }: Event): void => {
    if (!(target instanceof Node)) return
    document.querySelectorAll(folded).forEach((one) => {
      if (!one.contains(target)) one.removeAttribute('open')
    })
    if (document.querySelector('.site-header')?.contains(target) === false) show(false)
  }
  document.addEventListener('click', leave)
  document.addEventListener('focusin', leave)
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    const one = document.querySelector(folded)
    if (one !== null) {
      one.removeAttribute('open')
      one.querySelector('summary')?.focus()
    } else if (menu.classList.contains('is-open')) {
      show(false)
      opener?.focus()
    }
  })
}
