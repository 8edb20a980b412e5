import { sitePicturePath } from '#model/named-files.ts'
import type { Site } from '#schema/site.ts'
import * as at from './addresses.ts'

export interface FooterRow {
  label?: string
  text: string
  href?: string
  /** Address of a picture that the office has supplied, shown before the text. */
  picture?: string
}

const pictureOf = (name: string | undefined): { picture?: string } =>
  name === undefined ? {} : { picture: at.attachment(sitePicturePath(name)) }

/**
 * The site's registrations, each with a link to its registry, and the link for reporting a fault of
 * this page (我为政府网站找错).
 *
 * @param address public address of the page, where it is known
 */
export function registrationRows({ registration }: Site, address: string | undefined): FooterRow[] {
  if (typeof registration !== 'object') return []
  const { code, icp, police, mark, mark_picture: markPicture } = registration
  const { police_picture: policePicture } = registration
  const fault = new URLSearchParams({
    ...(code === undefined ? {} : { site_code: code }),
    ...(address === undefined ? {} : { url: address }),
  })
  return [
    ...(code === undefined
      ? []
      : [
          { label: '网站标识码', text: code },
          {
            text: '我为政府网站找错',
            href: `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?${fault}`,
          },
        ]),
    ...(icp === undefined ? [] : [{ text: icp, href: 'https://beian.miit.gov.cn/' }]),
    ...(police === undefined
      ? []
      : [
          {
            text: police,
            ...pictureOf(policePicture),
            href: `http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=${police.replace(/\D/g, '')}`,
          },
        ]),
    ...(mark === undefined
      ? []
      : [{ text: '党政机关网站标识', href: mark, ...pictureOf(markPicture) }]),
  ]
}
