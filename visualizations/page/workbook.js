// A workbook for Excel (.xlsx) made in the page: a zip of stored files, with a table and a description.
const LOOKS = { text: 0, head: 1, percent: 2, number: 3, title: 4 };
const WIDEST_COLUMN = 60; // characters
const NARROWEST_COLUMN = 6;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

// Numbers as so many little-endian bytes: [[value, bytes], …].
function packed(fields) {
  const size = fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

// A zip whose files are stored uncompressed, with the earliest date that a zip can hold (1980-01-01).
function zipped(files) {
  const [pieces, directory] = [[], []];
  let offset = 0;
  for (const [name, text] of files) {
    const [title, bytes] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
    const about = [[20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [title.length, 2], [0, 2]];
    const head = packed([[0x04034b50, 4], ...about]);
    pieces.push(head, title, bytes);
    directory.push(packed([[0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), title);
    offset += head.length + title.length + bytes.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = packed([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [length, 4], [offset, 4], [0, 2]]);
  return new Blob([...pieces, ...directory, end], { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
}

// Text that XML can hold: without control characters and lone surrogates.
const inXml = (text) => String(text)
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
  .replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function columnName(at) {
  let name = "";
  for (let n = at + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

// A number as a number, all else as text: a plan's number 1-2-2 never becomes a date.
function sheetCellXml(value, row, column, look) {
  const place = `r="${columnName(column)}${row}" s="${LOOKS[look]}"`;
  if (value === "" || value == null) return `<c ${place}/>`;
  if (typeof value === "number" && Number.isFinite(value)) return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${inXml(value)}</t></is></c>`;
}

const letters = (text) => [...String(text)].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);
const widest = (values) => Math.max(...values.map((value) => Math.max(...String(value ?? "").split("\n").map(letters))));

// {name, heads, rows, looks, frozen} as a sheet; looks are those of the columns.
function sheetXml({ heads, rows, looks, frozen }) {
  const widths = looks.map((_, at) => {
    const head = heads ? Math.min(letters(heads[at]) + 4, 22) : 0;
    const wide = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, head, widest(rows.map((row) => row[at])) + 2));
    return `<col min="${at + 1}" max="${at + 1}" width="${wide}" customWidth="1"/>`;
  });
  const first = heads ? [`<row r="1">${heads.map((head, at) => sheetCellXml(head, 1, at, "head")).join("")}</row>`] : [];
  const body = rows.map((row, at) => {
    const number = at + 1 + first.length;
    return `<row r="${number}">${row.map((value, column) => sheetCellXml(value, number, column, typeof value === "number" || looks[column] === "title" ? looks[column] : "text")).join("")}</row>`;
  });
  const pane = frozen ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' : "";
  const filter = heads && rows.length ? `<autoFilter ref="A1:${columnName(heads.length - 1)}${rows.length + 1}"/>` : "";
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${heads ? ' tabSelected="1"' : ""}>${pane}</sheetView></sheetViews>`
    + `<cols>${widths.join("")}</cols><sheetData>${[...first, ...body].join("")}</sheetData>${filter}`
    + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    + "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>";
}

function stylesXml() {
  const font = (more, size = 10) => `<font>${more}<sz val="${size}"/><name val="Yu Gothic"/><family val="2"/></font>`;
  const look = (format, fontId, fill, more = "") => `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${more}/></xf>`;
  const looks = [look(0, 0, 0, ' wrapText="1"'), look(0, 1, 2, ' wrapText="1"'), look(164, 0, 0), look(165, 0, 0), look(0, 1, 0)];
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0.####"/></numFmts>`
    + `<fonts count="2">${font("")}${font("<b/>")}</fonts>`
    + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    + `<cellXfs count="${looks.length}">${looks.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

// Excel allows 31 letters in the name of a sheet, and none of these.
const sheetName = (text) => text.replace(/[[\]:*?/\\]/g, " ").slice(0, 31);

function workbook(sheets) {
  const list = sheets.map((sheet, at) => `<sheet name="${inXml(sheetName(sheet.name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const names = sheets.flatMap((sheet, at) => (sheet.heads ? [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${inXml(sheetName(sheet.name))}'!$A$1:$${columnName(sheet.heads.length - 1)}$${sheet.rows.length + 1}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${inXml(sheetName(sheet.name))}'!$1:$1</definedName>`,
  ] : []));
  const part = (name, type) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipped([
    ["[Content_Types].xml", `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/styles.xml", "styles")}${sheets.map((_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet")).join("")}</Types>`],
    ["_rels/.rels", `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`],
    ["xl/workbook.xml", `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>${names.length ? `<definedNames>${names.join("")}</definedNames>` : ""}</workbook>`],
    ["xl/_rels/workbook.xml.rels", `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("")}${relation(`rId${sheets.length + 1}`, "styles", "styles.xml")}</Relationships>`],
    ["xl/styles.xml", stylesXml()],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]),
  ]);
}
