module.exports = 'empty'
