// The print template, in Typst. It reads all words from report.json as text, so nothing of a plan can be markup here.

import { colours } from '../charts/colours.ts';

const { ink, muted, grid } = colours;

/** Points on paper for one pixel of a picture: its letters come out a little smaller than those of the text. */
const pictureScale = 0.6;

export const template = `
#let report = json("report.json")
#let ink = rgb("${ink.light}")
#let muted = rgb("${muted.light}")
#let faint = rgb("${grid.light}")
#let pale = rgb("#f3f5f8")

#set document(title: report.title, date: none)
#set text(font: ("Source Sans 3", "DejaVu Sans"), size: 9.5pt, fill: ink, lang: "en", number-type: "lining")
#set par(leading: 0.58em, spacing: 0.85em)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 22mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: muted)
    report.title
    v(-0.5em)
    line(length: 100%, stroke: 0.4pt + faint)
  },
  footer: context {
    set text(size: 8pt, fill: muted)
    report.subtitle.at(0, default: "")
    h(1fr)
    counter(page).display("1 / 1", both: true)
  },
)
#set heading(numbering: none)
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.8em, sticky: true, {
  line(length: 100%, stroke: 0.6pt + faint)
  v(-0.3em)
  text(size: 14pt, weight: 600, it.body)
})
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 10.5pt, weight: 600, it.body))
// a long name may break after its signs
#show raw: it => {
  set text(font: ("DejaVu Sans Mono", "DejaVu Sans"), size: 0.87em)
  show regex("[_/.,*+=(:-]"): sign => sign + h(0pt)
  it
}
#set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.7em, marker: text(fill: muted, [–]))
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.7em)
#show link: set text(fill: rgb("#0b57a4"))

#let part(piece) = {
  if piece.kind == "code" { raw(piece.text) }
  else if piece.kind == "strong" { strong(piece.text) }
  else if piece.kind == "em" { emph(piece.text) }
  else if piece.kind == "link" { link(piece.url, piece.text) }
  else { piece.text }
}
#let words(pieces) = pieces.map(part).join()

#let cell(row, column, it) = {
  let marks = it.notes.map(n => super(typographic: false, size: 0.75em, "[" + str(n) + "]")).join()
  let body = { words(it.text); if it.pad != "" { hide(it.pad) }; marks }
  let weight = if it.best or row.kind == "total" { "bold" } else if row.kind == "subtotal" or row.kind == "group" { "semibold" } else { "regular" }
  table.cell(
    breakable: row.breaks,
    fill: if it.best { rgb("#eaf2fb") },
    stroke: if row.kind == "total" { (top: 0.8pt + muted, bottom: 0.8pt + muted) } else { (bottom: 0.4pt + faint) },
    text(weight: weight, fill: if row.kind == "aside" { muted } else { ink }, body),
  )
}

#let grid-of(it) = {
  let count = it.columns.len()
  set text(size: it.size * 1pt, number-width: "tabular", hyphenate: true)
  set par(leading: 0.45em)
  block(above: 0.9em, below: if it.notes.len() > 0 { 0.5em } else { 1.1em }, table(
    columns: it.widths.map(width => if width == 0 { auto } else { width * 1pt }),
    align: it.columns.map(c => if c.right { right } else { left }),
    inset: (x: if count <= 8 { 4pt } else { 2.6pt }, y: 3pt),
    stroke: none,
    table.header(
      repeat: true,
      ..it.columns.map(c => table.cell(fill: pale, align: bottom, stroke: (bottom: 0.8pt + muted), text(weight: 600, c.head))),
    ),
    ..it.rows.map(row => row.cells.enumerate().map(((i, c)) => cell(row, i, c))).flatten(),
  ))
  if it.notes.len() > 0 {
    set text(size: 8pt, fill: muted)
    block(below: 1.1em, enum(numbering: "1.", spacing: 0.45em, ..it.notes.map(words)))
  }
}

#let block-of(it) = {
  if it.kind == "heading" { heading(level: 2, it.text) }
  else if it.kind == "paragraph" { if it.leads { block(sticky: true, words(it.text)) } else { par(words(it.text)) } }
  else if it.kind == "quote" { block(inset: (left: 8pt), stroke: (left: 1.5pt + faint), text(fill: muted, words(it.text))) }
  else if it.kind == "listing" { block(fill: pale, inset: 7pt, radius: 2pt, width: 100%, raw(it.text, block: true)) }
  else if it.kind == "list" {
    if it.ordered { enum(..it.items.map(words)) } else { list(..it.items.map(words)) }
  }
  else if it.kind == "table" { grid-of(it) }
  else if it.kind == "chart" {
    block(breakable: false, above: 1.1em, below: 1.3em, {
      image(it.file, width: calc.min(174mm, it.width * ${pictureScale}pt), alt: it.alt)
      v(0.2em, weak: true)
      text(size: 8.5pt, weight: 600, it.title)
    })
  }
}

#block(below: 0.8em, text(size: 22pt, weight: 700, report.title))
#for text-line in report.subtitle { block(above: 0.4em, below: 0.4em, text(fill: muted, text-line)) }
#if report.sections.filter(s => s.title != "").len() > 1 {
  v(0.8em)
  set text(size: 9.5pt)
  set outline.entry(fill: repeat(text(fill: faint, [.]), gap: 0.2em))
  outline(title: none, depth: 1)
}
#for section in report.sections {
  if section.title != "" { heading(level: 1, section.title) }
  for it in section.blocks { block-of(it) }
}
#let unprinted = read("unprinted.txt")
#if unprinted != "" { block(above: 1.6em, text(size: 8pt, fill: muted, unprinted)) }
`;
