/** The floors of docs: imports go down only. */
const only = (name, from, allowed, comment) => ({ name, comment, severity: 'error', from: { path: from }, to: { pathNot: allowed } })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    only('domain-imports-nothing', '^domain/', ['^domain/'], 'No package, no clock, no chance.'),
    only('types-on-domain', '^types/(?!.*\\.d\\.ts$)', ['^types/', '^domain/', 'node_modules/zod'], 'Contracts know the domain and zod.'),
    only('store-on-types', '^store/', ['^store/', '^types/', '^domain/'], 'Data access needs no SDK.'),
    only('functions-on-store', '^cloudfunctions/', ['^cloudfunctions/', '^store/', '^types/', '^domain/', '^config/templates', 'node_modules/wx-server-sdk', 'node_modules/(saxen|docx|uqr)', '^(node:)?(crypto|zlib)$'], 'Functions stand on the store.'),
    { name: 'no-function-imports-another', severity: 'error', from: { path: '^cloudfunctions/([^/]+)/' }, to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/$1/' } },
    { name: 'sdk-only-at-the-entry', severity: 'error', from: { path: '^(cloudfunctions|store|types|domain|src)/', pathNot: '^cloudfunctions/[^/]+/index\\.ts$' }, to: { path: 'node_modules/wx-server-sdk' } },
    { name: 'screens-take-contracts-as-types-only', comment: 'zod stays out of the main package.', severity: 'error', from: { path: '^src/' }, to: { path: '^types/', dependencyTypesNot: ['type-only'] } },
    { name: 'screens-know-no-server', severity: 'error', from: { path: '^src/' }, to: { path: '^(store|cloudfunctions|local-cloud|scripts|test)/' } },
    { name: 'components-know-no-action', severity: 'error', from: { path: '^src/components/' }, to: { path: '^(types/api|src/services/(call|useAction))' } },
    only('local-cloud-runs-bundles', '^local-cloud/', ['^local-cloud/', '^node:', '^(crypto|fs|path|http|os|child_process|util|stream|url|events|net|readline|worker_threads|zlib|timers|vm|v8|async_hooks)', 'node_modules/'], 'It runs what was built and imports none of it.'),
    { name: 'nobody-imports-the-local-cloud', severity: 'error', from: { path: '^(domain|types|store|cloudfunctions|src|config)/' }, to: { path: '^(local-cloud|scripts|test|bench)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts', '.scss', '.svg'] },
  },
}
