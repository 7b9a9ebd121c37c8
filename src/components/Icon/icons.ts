import type icons from './icons.json'

/** The whole set: our name, lucide's name. config/icon/postcss.js writes a class for each; add one line there for a new icon. */
export type IconName = keyof typeof icons
