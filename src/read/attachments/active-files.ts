/**
 * Endings of files that run or load something when they are opened, by Chinese name of the family.
 * Each ending is listed once, even if it has several meanings.
 */
const families: Readonly<Record<string, string>> = {
  程序: 'exe com scr pif cpl dll ocx sys drv msi msp msu mst msix msixbundle appx appxbundle appinstaller jar apk aab xapk hap ipa app dmg pkg deb rpm run appimage gadget',
  脚本文件:
    'bat cmd ps1 psm1 psd1 ps1xml psc1 pssc cdxml vb vbs vbe js jse mjs cjs ws wsf wsc wsh sct sh bash zsh csh ksh fish command tool py pyw pyc pyz pyzw rb pl php lua tcl xsl xslt ahk a3x au3 awk applescript scpt scptd workflow jnlp jsp asp aspx',
  快捷方式或者设置文件:
    'lnk url website webloc desktop library-ms search-ms searchconnector-ms settingcontent-ms appcontent-ms appref-ms application xbap inf ins isp job msc reg scf rdp theme themepack deskthemepack diagcab diagcfg diagpkg mcl ppkg vsto vsix',
  网页文件: 'htm html xhtm xhtml xht shtml mht mhtml maff svg svgz hta chm chw hlp swf',
  带宏的Office文件或者加载项:
    'docm dotm xlsm xltm xlsb xlam xla xll xlm xlw pptm potm ppsm sldm ppam ppa wll wwl accda accdb accde accdr accdt mda mdb mde mdw mdz ade adp maf mam maq mar mas mat mau mav maw vsdm oxt one onepkg pub',
  取外部数据的查询文件: 'iqy oqy dqy rqy odc udl slk',
  邮件: 'eml msg oft mbox pst ost',
  磁盘映像: 'iso img vhd vhdx vmdk vdi udf toast wim esd ffu',
}

const byEnding = new Map(
  Object.entries(families).flatMap(([family, endings]) =>
    endings.split(' ').map((ending) => [ending, family] as const),
  ),
)

const foreignArchives = new Set(
  'rar 7z tar gz tgz bz2 tbz tbz2 xz txz zst lz lzma lzh lha z cab arj ace alz egg zipx kz sit sitx uue'.split(
    ' ',
  ),
)

/** A piece of an archive that was split: `.z01`, `.r00`, `.001`. */
const pieceOfArchive = /^(?:[zr]\d{2}|\d{3})$/

/**
 * The ending of a file name in lower case. Windows ignores dots and spaces at the end of a name and
 * everything after a colon: `a.exe.`, `a.exe ` and `a.exe::$DATA` are all programs.
 */
export function endingOf(written: string): string {
  // Full-width letters and dots are shown nearly alike; programs that unpack may take them for the same.
  const name = written
    .normalize('NFKC')
    .replace(/[\u3002\p{Default_Ignorable_Code_Point}]/gu, hidden)
  const [file = ''] = (name.split(/[/\\]/).at(-1) ?? '').split(':')
  let end = file.length
  while (end > 0 && /[\s.\0]/.test(file.charAt(end - 1))) end--
  const shown = file.slice(0, end)
  const dot = shown.lastIndexOf('.')
  return dot < 0
    ? ''
    : shown
        .slice(dot + 1)
        .trim()
        .toLowerCase()
}

const hidden = (character: string): string => (character === '\u3002' ? '.' : '')

/** What git runs by itself in a folder that holds a repository. */
const gitHook = /(?:^|[/\\])\.git[/\\](?:hooks[/\\].|config$)/i

/** The family of a file that runs or loads something, by its name; null for any other. */
export const activeFamily = (name: string): string | null =>
  gitHook.test(name) ? '脚本文件' : (byEnding.get(endingOf(name)) ?? null)

/** Whether a file is an archive of an unsupported kind, by its name. */
export function isForeignArchive(name: string): boolean {
  const ending = endingOf(name)
  return foreignArchives.has(ending) || pieceOfArchive.test(ending)
}
