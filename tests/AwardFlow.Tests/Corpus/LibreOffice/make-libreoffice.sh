#!/usr/bin/env bash
# Makes the corpus's files of LibreOffice (Debian's package libreoffice-calc) from the sources beside this, as a user whose
# LibreOffice is set to Thai saves them. Their bytes differ from run to run and from version to version; what they must
# give does not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
files=$PWD/../Files
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>th-TH</value></prop></item>
</oor:items>
XCU

save() { # source, name in the corpus, format with its options, [options for reading]
  rm -rf "$work/out"
  soffice "-env:UserInstallation=file://$work/profile" --headless ${4:+"--infilter=$4"} --convert-to "$3" --outdir "$work/out" "$1" >/dev/null 2>&1
  mv "$work"/out/* "$files/$2"
}

# Options of csv: separator, quotation mark, character set (76 UTF-8, 32 Windows-874, 65535 UTF-16), first line, columns,
# language, quote all texts, as shown.
csv='csv:Text - txt - csv (StarCalc)'
save scores.fods lo-thai.xlsx 'xlsx:Calc MS Excel 2007 XML'
save scores.fods lo-thai-macros.xlsx 'xlsx:Calc MS Excel 2007 VBA XML'
save scores.fods lo-thai-comma.csv "$csv:44,34,76,1,,0,false,true"
save scores.fods lo-thai-semicolon-quoted.csv "$csv:59,34,76,1,,0,true,true"
save scores.fods lo-thai-windows-874.csv "$csv:44,34,32,1,,0,false,true"
save scores.fods lo-thai-utf16-tab.tsv "$csv:9,34,65535,1,,0,false,true"
save entries.csv lo-entries-windows-874.csv "$csv:59,34,32,1,,0,false,true" 'Text - txt - csv (StarCalc):44,34,76,1'
save scores.fods lo-thai.ods ods
save scores.fods lo-thai.xls 'xls:MS Excel 97'
save scores.fods lo-thai.html 'html:HTML (StarCalc)'
save scores.fods lo-thai.pdf pdf
cp scores.fods "$files/lo-thai.fods"
save wrong.fods lo-wrong.xlsx 'xlsx:Calc MS Excel 2007 XML'
save entries.csv lo-entries.xlsx 'xlsx:Calc MS Excel 2007 XML' 'Text - txt - csv (StarCalc):44,34,76,1'
