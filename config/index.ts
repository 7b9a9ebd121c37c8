import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')

/** Taro compiles only `src`: name what else must not reach an old phone as it stands. */
const compile = {
  include: [
    path.join(root, 'domain'),
    path.join(root, 'config/templates.ts'),
    (file: string) => /node_modules[\\/]@tanstack[\\/]/.test(file),
  ],
}

const icons = path.join(__dirname, 'icon/postcss.js')

/** Named in app.json, theme.json or a card that is sent on, where Taro does not look for files. */
const fromSource = (...names: string[]) => names.map((name) => ({ from: `src/${name}`, to: `dist/miniprogram/${name}` }))

export default defineConfig<'webpack5'>(() => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'linjing',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: process.env.TARO_ENV === 'h5' ? 'dist/h5' : 'dist/miniprogram',
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true, buildDependencies: { icons: [icons] } },
    // Taro's default `quote_keys: true` prints a private field as #"name", which is no JavaScript (react-query has some).
    terser: { enable: true, config: { output: { quote_keys: false, keep_quoted_props: false } } },
    plugins: [path.join(__dirname, 'aria')],
    defineConstants: { CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? 'linjing-dev') },
    alias: { '@': path.join(root, 'src') },
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? fromSource('sitemap.json', 'assets/tab', 'assets/share.png') : [], options: {} },
    mini: {
      compile,
      optimizeMainPackage: { enable: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain, webpack) {
        chain.plugin('provideAbort').use(webpack.ProvidePlugin, [{ AbortController: [path.join(__dirname, 'polyfill/abort.js'), 'AbortController'] }])
      },
      // A px is a px: sizes follow the person's own scale (see styles/tokens.scss), never the width of the screen.
      postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false }, [icons]: { enable: true, config: {} } },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      postcss: { pxtransform: { enable: false, config: {} }, autoprefixer: { enable: true, config: {} }, cssModules: { enable: false }, [icons]: { enable: true, config: {} } },
    },
  }
  return config
})
