/** What a colour means; each is always joined by a word. */
export type Tone = 'good' | 'warn' | 'urgent' | 'info' | 'neutral'
