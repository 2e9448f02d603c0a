import type { Plugin } from 'vite'

/**
 * Takes out the calls with which sonner writes a style element at run time: the content security policy forbids it and
 * `styles.css` brings the same rules as a file.
 */
export function noInjectedStyles(): Plugin {
  return {
    name: 'harmony:no-injected-styles',
    transform: {
      filter: { id: /sonner\/dist\/index\.mjs/ },
      handler(code) {
        const stripped = code.replace(/^__insertCSS\(.*\);?$/m, '')
        if (stripped === code) throw new Error('sonner no longer injects its styles in the known way')
        return { code: stripped, map: null }
      },
    },
  }
}

/** Leaves out react-aria's own words in the languages the product does not speak: about a hundred kB. */
export function onlyOurLocales(): Plugin {
  return {
    name: 'harmony:only-our-locales',
    transform: {
      filter: { id: /\/react-aria\w*\/dist\/.*\/intl\/.*\/(?!ko-KR|en-US)[a-z]{2}-[A-Z]{2}\.mjs/ },
      handler: () => ({ code: 'export default undefined', map: null }),
    },
  }
}
