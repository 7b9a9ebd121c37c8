// What WeChat supports (base library 2.7.1 and later).
const aria = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-checked': '', 'aria-selected': '', 'aria-expanded': '', 'aria-disabled': '', 'aria-live': '' }

module.exports.components = { View: aria, Text: aria, Image: aria, Button: aria, Input: aria, Textarea: aria, Picker: aria }
