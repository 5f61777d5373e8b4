// How the annotated copy looks, by day and by night.

export const auditStyle = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5b6675;--paper:#fff;--back:#f4f5f7;--line:#dfe3e8;--right:#1c7c4a;--rightback:#e3f4ea;--wrong:#b3261e;--wrongback:#fde7e5;--warn:#8a5a00}
@media(prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#9aa5b4;--paper:#171b21;--back:#0f1216;--line:#2b323b;--right:#6fd3a0;--rightback:#12301f;--wrong:#ff8f87;--wrongback:#46191a;--warn:#f0bf62}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
header{max-width:78rem;margin:0 auto;padding:2rem 1.5rem 1rem}
.file{margin:0;color:var(--soft);font-size:.9rem;overflow-wrap:anywhere}
.verdict{margin:.2rem 0 .8rem;font-size:1.7rem;line-height:1.25}
.verdict.bad{color:var(--wrong)}.verdict.good{color:var(--right)}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;margin:0;padding:0;list-style:none;color:var(--soft)}
.counts b{color:var(--ink)}.counts .right b{color:var(--right)}.counts .wrong b{color:var(--wrong)}
.notes{margin:.8rem 0 0;padding-left:1.2rem;color:var(--soft);font-size:.9rem}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 22rem;gap:1.5rem;max-width:78rem;margin:0 auto;padding:0 1.5rem 4rem;align-items:start}
main{grid-column:1;grid-row:1;background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:1.2rem 2rem 2rem;overflow-wrap:anywhere;min-width:0}
aside{grid-column:2;grid-row:1;position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}
aside ol{margin:0;padding:0;list-style:none;counter-reset:finding}
.card{counter-increment:finding;background:var(--paper);border:1px solid var(--line);border-left:.3rem solid var(--wrong);border-radius:.5rem;padding:.6rem .9rem;margin-bottom:.7rem;font-size:.9rem;scroll-margin:1rem}
.card.low,.card.medium{border-left-color:var(--warn)}
.card p{margin:.15rem 0}.card .head{display:flex;justify-content:space-between;gap:.5rem;color:var(--soft)}
.card .head a::before{content:counter(finding) ". "}
.card dl{display:grid;grid-template-columns:auto 1fr;gap:0 .8rem;margin:.4rem 0 0}
.card dt{color:var(--soft)}.card dd{margin:0;font-variant-numeric:tabular-nums}
.card:target,main a:target{outline:.15rem solid var(--wrong);outline-offset:.1rem}
main h1,main h2,main h3,main h4,main h5,main h6{line-height:1.3;margin:1.6em 0 .5em}
main h2{font-size:1.5rem}main h3{font-size:1.25rem}main h4,main h5,main h6{font-size:1.05rem}
main p{margin:.5em 0}
.item{margin-left:calc(var(--depth,1)*1.3rem)!important;position:relative}
.item::before{content:"";position:absolute;left:-1rem;top:.68em;width:.32rem;height:.32rem;border-radius:50%;background:var(--soft)}
.within{margin-left:calc(var(--depth,1)*1.3rem)!important}
.table{overflow-x:auto;margin:1em 0}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.35rem .8rem .35rem 0;text-align:left;vertical-align:top}
th{color:var(--soft);font-weight:600}
pre{overflow-x:auto;background:var(--back);border-radius:.4rem;padding:.8rem 1rem;font-size:.85rem}
.more{color:var(--soft)}
main .right{background:var(--rightback);border-bottom:.12rem solid var(--right);border-radius:.15rem}
main .wrong{background:var(--wrongback);border-bottom:.12rem solid var(--wrong);border-radius:.15rem;color:var(--wrong);font-weight:600;text-decoration:none;scroll-margin:4rem}
main .unchecked{border-bottom:1px dotted var(--soft)}
sup{font-size:.7em;margin-left:.1em}
a{color:inherit}
@media(max-width:60rem){.columns{grid-template-columns:minmax(0,1fr)}aside{grid-column:1;grid-row:1;position:static;max-height:none}main{grid-row:2;padding:1rem 1.2rem}}
@media print{aside{position:static;max-height:none}body{background:none}}
`;
