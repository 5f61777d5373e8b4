// How a page looks: on a light and a dark screen, and on paper. Fonts are those of the reader's system, so that nothing is
// fetched.

import { colours } from '../charts/colours.ts';

const rootOf = (shade: 'light' | 'dark'): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour[shade]}`)
    .join(';');

const surfaces = {
  light: '--head:#f3f5f8;--mark:#eef4fb;--link:#0b57a4',
  dark: '--head:#1f252c;--mark:#1c2735;--link:#8ab8f0',
};

export const style = `
:root{color-scheme:light dark;${rootOf('light')};${surfaces.light}}
@media screen and (prefers-color-scheme:dark){:root{${rootOf('dark')};${surfaces.dark}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Source Sans 3","Noto Sans",Roboto,"Helvetica Neue",Arial,sans-serif}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem;z-index:1}
.page{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:2.5rem;max-width:82rem;margin:0 auto;padding:2rem 1.5rem 4rem}
nav{position:sticky;top:2rem;align-self:start;font-size:.925rem;max-height:calc(100vh - 4rem);overflow:auto}
nav p{font-weight:600;margin:0 0 .4rem}
nav ol{list-style:none;margin:0;padding:0}
nav a{display:block;padding:.16rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
h1{font-size:2rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.45rem;line-height:1.25;margin:2.6rem 0 .7rem;padding-top:.9rem;border-top:1px solid var(--grid)}
h3{font-size:1.1rem;line-height:1.3;margin:1.7rem 0 .5rem}
p,ul,ol,blockquote,pre,figure{margin:.6rem 0}
main p,main li,main blockquote{max-width:46rem}
main li{margin:.25rem 0}
.subtitle{color:var(--muted);margin:0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
code{background:var(--head);border-radius:.2rem;padding:.08em .3em;overflow-wrap:anywhere}
pre{background:var(--head);border-radius:.3rem;padding:.7rem .9rem;overflow:auto}
blockquote{border-left:3px solid var(--grid);padding-left:.9rem;color:var(--muted)}
.wide{overflow-x:auto;margin:.9rem 0}
table{border-collapse:collapse;font-size:.925rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums}
th,td{padding:.3rem .7rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid)}
thead th{background:var(--head);vertical-align:bottom;font-weight:600;border-bottom:1px solid var(--muted)}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap}
.s{white-space:nowrap}
thead .n{white-space:normal}
td[data-pad]::after,th[data-pad]::after{content:attr(data-pad);visibility:hidden}
.group th,.group td,.subtotal th,.subtotal td{font-weight:600}
.total th,.total td{font-weight:700;border-top:2px solid var(--muted);border-bottom:2px solid var(--muted)}
.aside th,.aside td{color:var(--muted)}
.best{font-weight:700;background:var(--mark)}
.unit{font-weight:400;color:var(--muted);white-space:nowrap}
sup{line-height:0;font-size:.75em}
.notes{font-size:.875rem;color:var(--muted);padding-left:1.4rem}
figure{margin:1.2rem 0;break-inside:avoid}
figure svg{display:block;max-width:100%;min-width:34rem;height:auto}
figure .wide{margin:0}
figcaption{font-size:.925rem;margin-top:.3rem;max-width:46rem}
figcaption strong{font-weight:600}
footer{color:var(--muted);font-size:.875rem;margin-top:3rem}
@media (max-width:60rem){.page{display:block;padding:1.2rem 1rem 3rem}nav{position:static;max-height:none;margin-bottom:1.5rem}}
@media print{
@page{size:A4;margin:18mm 16mm}
:root{color-scheme:light}
body{font-size:10pt;line-height:1.35}
.page{display:block;max-width:none;padding:0}
nav,.skip{display:none}
h1{font-size:20pt}h2{font-size:14pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}
table{font-size:8.5pt}
thead{display:table-header-group}
figure svg{min-width:0}
tr,figure,li{break-inside:avoid}
.wide{overflow:visible}
th,td{padding:.15rem .4rem}
a{color:inherit;text-decoration:none}
main p a[href^=http]::after{content:" (" attr(href) ")"}
}
`.replaceAll('\n', '');
