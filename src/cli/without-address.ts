/**
 * Lists what a site built without `SITE_URL` lacks, in Chinese; for an official site as a warning.
 */
export const withoutAddress = (isOfficial: boolean): string =>
  `${isOfficial ? '警告：官方站点应当设置 SITE_URL。' : ''}没有设置 SITE_URL（网站公开后的网址）：没有规范网址标签、网站地图、订阅源、二维码、分享图片、结构化数据和嵌入信息（oEmbed），404 页没有回首页的链接，找错链接不带本页网址。\n`
