/** `(?i)abc`: options may also lead the pattern. */
export function leadingOptions(pattern: string, options: string): { readonly source: string; readonly options: string } {
  const [inline = '', letters = ''] = /^\(\?([a-z]+)\)/.exec(pattern) ?? []
  return { source: pattern.slice(inline.length), options: [...new Set(options + letters)].sort().join('') }
}
