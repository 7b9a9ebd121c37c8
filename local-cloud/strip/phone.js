/* global person */
/* Each person has a phone of their own: what the app keeps in this browser is put away when another one opens it. The cloud writes `person` before this. */
;(() => {
  const OF = 'linjing-phone-of'
  const PUT_AWAY = 'linjing-phone:'
  const before = localStorage.getItem(OF)
  localStorage.setItem(OF, person)
  if (before === null || before === person) return
  // The demonstrator's own things begin like this.
  const kept = Object.entries(localStorage).filter(([key]) => !key.startsWith('linjing-'))
  for (const [key] of kept) localStorage.removeItem(key)
  if (kept.length > 0) localStorage.setItem(PUT_AWAY + before, JSON.stringify(kept))
  const own = JSON.parse(localStorage.getItem(PUT_AWAY + person) ?? '[]')
  localStorage.removeItem(PUT_AWAY + person)
  for (const [key, value] of own) localStorage.setItem(key, value)
})()
