/** What a drawn page may consist of; all else goes, with everything inside it. */
const ELEMENTS = new Set(
  'svg g defs clipPath mask rect path text tspan line circle ellipse polygon polyline image linearGradient radialGradient stop pattern marker use'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  `id class x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width height viewBox preserveAspectRatio transform
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit opacity clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits
  font-family font-size font-weight font-style text-anchor text-decoration letter-spacing word-spacing textLength
  lengthAdjust writing-mode dominant-baseline rotate offset stop-color stop-opacity gradientUnits gradientTransform fx fy
  patternUnits patternContentUnits patternTransform spreadMethod marker-start marker-mid marker-end markerWidth markerHeight
  markerUnits refX refY orient href xlink:href xml:space image-rendering visibility display`.split(/\s+/),
)
const TOKEN =
  /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<\?[^>]*>|([^<]+)/gy
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const PICTURE = /^data:image\/(png|jpe?g|gif|bmp|webp);base64,[A-Za-z0-9+/=\s]+$/
const OWN_ID = /^#[\w.-]+$/
const SHOWN_FONTS = 3
/** Brought by the frame, for machines that have none of the others. */
const OWN_FONT = "'Pretendard GOV Variable'"

/**
 * A page as SVG with nothing but shapes, letters and embedded pictures: written anew from an allow-list of elements
 * and attributes, without script, style, links, events, entities or addresses. Ids get the prefix, so that several
 * pages fit in one document.
 * @returns undefined when the source is not well formed
 */
export function cleanSvg(source: string, prefix: string): string | undefined {
  const out: string[] = []
  const open: string[] = []
  let skipped = 0
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const token = TOKEN.exec(source)
    if (token === null) return undefined
    const [, closing, name, attributes, alone, text] = token
    if (text !== undefined) {
      if (skipped === 0 && open.length > 0) out.push(plainText(text))
      continue
    }
    if (name === undefined) continue
    if (closing === '/') {
      if (open.pop() !== name) return undefined
      if (skipped > 0) skipped -= 1
      else out.push(`</${name}>`)
      continue
    }
    const dropped = skipped > 0 || !ELEMENTS.has(name) || (open.length === 0) !== (name === 'svg')
    if (!dropped) out.push(`<${name}${cleanAttributes(attributes ?? '', prefix)}${alone}>`)
    if (alone === '/') continue
    open.push(name)
    if (dropped) skipped += 1
  }
  return open.length === 0 && out.length > 0 ? out.join('') : undefined
}

function cleanAttributes(source: string, prefix: string): string {
  let out = ''
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (!ATTRIBUTES.has(name)) continue
    const value = cleanValue(name, double ?? single ?? '', prefix)
    if (value !== undefined) out += ` ${name}="${plainText(value).replaceAll('"', '&quot;')}"`
  }
  return out
}

function cleanValue(name: string, value: string, prefix: string): string | undefined {
  if (name === 'id') return prefix + value
  if (name.endsWith('href')) {
    if (OWN_ID.test(value)) return `#${prefix}${value.slice(1)}`
    return PICTURE.test(value) ? value : undefined
  }
  if (name === 'font-family') return shortFonts(value)
  if (!/url|[\\@]/i.test(value)) return value
  const own = /^url\(\s*(#[\w.-]+)\s*\)$/.exec(value)?.[1]
  return own === undefined ? undefined : `url(#${prefix}${own.slice(1)})`
}

/** Every letter carries its list of fonts; the first few are enough, then the product's own and the generic one. */
function shortFonts(value: string): string {
  const fonts = value.split(',')
  return [...fonts.slice(0, Math.min(SHOWN_FONTS, fonts.length - 1)), OWN_FONT, fonts.at(-1)].join(',')
}

/** Only the five entities of XML and numbers stay entities. */
function plainText(text: string): string {
  return text.replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;').replaceAll('>', '&gt;')
}
